package oncall.checks;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oncall.grade.Allows;
import oncall.grade.Lab;

/** What the level under judgement lets a mend change; see {@link Allows}. */
record Allowed(Set<String> rows, Set<String> units, Set<String> ports, Set<String> files) {

    static Allowed in(Lab lab) {
        try {
            return of(Class.forName(lab.level().checksClass()).getAnnotation(Allows.class));
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("the level " + lab.level().id() + " has no checks", missing);
        }
    }

    static Allowed of(Allows allows) {
        return allows == null ? new Allowed(Set.of(), Set.of(), Set.of(), Set.of()) : new Allowed(
                set(allows.rows()),
                Arrays.stream(allows.units()).flatMap(unit -> Stream.of(unit, unit + ".service"))
                        .collect(Collectors.toSet()),
                set(allows.ports()), set(allows.files()));
    }

    private static Set<String> set(String... values) {
        return Arrays.stream(values).collect(Collectors.toSet());
    }
}
