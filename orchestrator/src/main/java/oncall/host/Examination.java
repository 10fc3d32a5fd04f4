package oncall.host;

import java.util.List;

/** Looks at one side of the host. */
@FunctionalInterface
public interface Examination {
    List<Need> examine();
}
