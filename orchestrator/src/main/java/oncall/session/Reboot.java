package oncall.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import oncall.grade.SshAdvice;
import oncall.remote.Remote;
import oncall.remote.RemoteUnreachable;
import oncall.vm.Together;

/** Reboots VMs from inside, as a planned restart of a server would. */
final class Reboot {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration SHOP_LIMIT = Duration.ofSeconds(20);
    private static final String BOOT_ID = "cat /proc/sys/kernel/random/boot_id";

    private final LabContext context;
    private final InstantSource clock;
    private final Readiness readiness;

    Reboot(LabContext context) { this(context, InstantSource.system()); }

    /** @param clock by which it is told that a VM hangs */
    Reboot(LabContext context, InstantSource clock) {
        this.context = context;
        this.clock = clock;
        this.readiness = new Readiness(context);
    }

    /**
     * Reboots them all at once and waits until systemd has done what it does at boot, and the shop either serves or has
     * had time to.
     *
     * @return what went wrong; empty when all came back
     */
    String run(List<String> machines) {
        if (machines.isEmpty()) return "";
        List<String> problems = Together.map(machines, this::one);
        String problem = problems.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
        // No more than a courtesy: a program that starts slowly shall not be judged while it does.
        if (problem.isEmpty()) readiness.shop(SHOP_LIMIT);
        return problem;
    }

    private String one(String machine) {
        Remote before = context.machines().apply(machine);
        String old = before.output(BOOT_ID);
        try {
            // Answers first and reboots then, so that a lost connection is not taken for a failed command. Without an accuracy
            // of its own a timer is up to a minute late.
            before.sudo("systemd-run --quiet --collect --on-active=1 --timer-property=AccuracySec=100ms systemctl reboot"
                + " || (sleep 1; systemctl reboot) >/dev/null 2>&1 &");
        } catch (RemoteUnreachable gone) {
            // It was faster than its answer.
        }
        context.machines().disconnect(machine);
        Rescue rescue = new Rescue(context, machine, clock);
        String missing = awaitOther(old, machine, rescue);
        if (!missing.isEmpty() && rescue.powerCycled()) missing = awaitOther(old, machine, rescue);
        if (!missing.isEmpty()) return machine + " did not come back within " + LIMIT.toMinutes() + " minutes of its reboot (" + missing + ").\n"
            + SshAdvice.of(machine);
        Remote after = context.machines().apply(machine);
        missing = readiness.booted(LIMIT, after);
        return missing.isEmpty() ? "" : machine + " did not finish booting within " + LIMIT.toMinutes() + " minutes (" + missing + ")";
    }

    private String awaitOther(String bootId, String machine, Rescue rescue) {
        return Await.until(LIMIT, () -> {
            context.machines().disconnect(machine);
            try {
                return context.machines().apply(machine).output(BOOT_ID).equals(bootId) ? machine + " has not rebooted" : "";
            } catch (RemoteUnreachable e) {
                rescue.help();
                throw e;
            }
        });
    }
}
