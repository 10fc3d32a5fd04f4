package oncall.checks;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oncall.grade.Lab;
import oncall.health.SqlProbe;
import oncall.health.UnitStatus;
import oncall.remote.Remote;

/** The release's job which changes the table of orders, as the schedulers of its machine know it. */
final class ReleaseJob {

    private static final String TABLE = "orders";
    private static final int LOOKS = 10;
    /** For a job that takes its time to begin. */
    private static final int MOST_WATCHES = 3;

    /** As cron would, but now. */
    private static final String BY_CRON = """
            line=$(%s | head -1)
            case $line in
                @*) read -r _ user command <<< "$line" ;;
                *) read -r _ _ _ _ _ user command <<< "$line" ;;
            esac
            setsid runuser -u "$user" -- /bin/sh -c "$command" </dev/null >/dev/null 2>&1 &
            """;

    private final Lab lab;
    private final Remote machine;
    private final String name;

    ReleaseJob(Lab lab) {
        this.lab = lab;
        this.machine = lab.on(lab.seed().get("host"));
        this.name = lab.seed().get("job");
    }

    /** Whether something on its machine is going to run it, or runs it now. */
    boolean isPlanned() {
        return units().anyMatch(unit -> unit.enabled() || starts(unit)) || !cronLines().isEmpty();
    }

    /**
     * Has it run now, unless it does already, and looks whether anybody is kept from the orders. One that is just at its end
     * has shown nothing, and is started anew. Where somebody is kept from them because of this trial, it is ended again.
     */
    TableLocks tryOut() {
        boolean ours = false;
        TableLocks seen = null;
        for (int watch = 0; watch < MOST_WATCHES; watch++) {
            boolean running = running();
            if (ours && !running) {
                break;
            }
            if (!running) {
                start();
                ours = true;
            }
            seen = TableLocks.watch(lab, TABLE, LOOKS);
            if (seen.inTheWay()) {
                break;
            }
        }
        if (ours && seen.inTheWay()) {
            end(seen);
        }
        return seen;
    }

    private void start() {
        if (cronLines().isEmpty()) {
            machine.sudo("systemctl start --no-block " + name + ".service");
        } else {
            machine.sudo(BY_CRON.formatted(cronCommand()));
        }
    }

    private void end(TableLocks seen) {
        machine.sudo("systemctl stop " + name + ".service");
        Set<String> pids = seen.lasting().stream().filter(session -> !session.waits())
                .map(session -> String.valueOf(session.pid())).collect(Collectors.toSet());
        SqlProbe.postgres(lab.on("postgres"), "shop").query(
                "SELECT pg_terminate_backend(pid) FROM unnest(ARRAY[%s]::int[]) AS pid".formatted(String.join(",", pids)));
    }

    private boolean running() {
        return units().anyMatch(unit -> unit.name().endsWith(".service") && unit.running())
                || machine.sudo("pgrep -u shop -f '/shop-releases/" + name + "/'").ok();
    }

    /** Between two tries a unit is neither active nor at rest. */
    private static boolean starts(UnitStatus unit) {
        return !Set.of("inactive", "failed").contains(unit.active());
    }

    private Stream<UnitStatus> units() {
        return UnitStatus.parse(machine.output(UnitStatus.COMMAND + name + ".service " + name + ".timer")).stream();
    }

    private String cronLines() {
        return machine.sudo(cronCommand()).out().strip();
    }

    private String cronCommand() {
        // Cron reads no file with anything else in its name.
        return "grep -hsE '^[^#]*/" + name + "/' $(find -L /etc/cron.d -maxdepth 1 -type f -regextype posix-extended"
                + " -regex '.*/[A-Za-z0-9_-]+' 2>/dev/null) /etc/crontab";
    }
}
