package oncall.grade;

import java.util.List;
import java.util.regex.Pattern;
import oncall.health.UnitChange;
import oncall.remote.Remote;
import oncall.remote.RemoteUnreachable;

/** Whether services have just been started, or are being started or stopped: what fails meanwhile may be of that moment. */
final class Unrest {

    /** What the balancer takes to believe that a back end is there; the shop's units count as starting until they serve. */
    private static final double YOUNG_SECONDS = 15;

    /** What a login or a timer starts, and what nobody mends the shop with. */
    private static final Pattern OF_NO_ACCOUNT = Pattern.compile("^(systemd-|user@|session-|dbus|getty|serial-getty|polkit)");

    private Unrest() {}

    static boolean in(Lab lab) {
        return Parallel.map(lab.stage().names(), machine -> on(lab.on(machine))).contains(true);
    }

    private static boolean on(Remote remote) {
        try {
            return restless(UnitChange.parse(remote.run(UnitChange.COMMAND).out()));
        } catch (RemoteUnreachable silent) {
            // It is told elsewhere; there is nothing to wait for.
            return false;
        }
    }

    static boolean restless(List<UnitChange> services) {
        return services.stream().filter(service -> !service.type().equals("oneshot"))
                .filter(service -> !OF_NO_ACCOUNT.matcher(service.name()).find())
                .anyMatch(service -> !service.active().equals("active") || service.seconds() < YOUNG_SECONDS);
    }
}
