package oncall.cli;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;
import oncall.health.GuestReading;
import oncall.session.LabSession;
import oncall.session.LabStatus;
import oncall.session.Play;
import oncall.vm.MachineState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status", description = "Shows the lab's state, the level in play, and the VMs.")
final class StatusCommand extends LabCommand {
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--health", description = "Look inside the VMs too; takes some seconds.")
    private boolean health;

    @Override int run(LabSession session) {
        LabStatus status = session.status(health);
        if (json) Json.print(status);
        else System.out.print(text(status));
        return ExitCodes.OK;
    }

    private String text(LabStatus status) {
        StringBuilder out = new StringBuilder("State: ").append(status.state().name().toLowerCase(java.util.Locale.ROOT));
        if (status.state() != oncall.session.LabState.ABSENT) out.append(", since ").append(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(status.since().atZone(ZoneId.systemDefault())));
        out.append('\n');
        if (status.busy() != null) out.append("Busy: ").append(status.busy()).append('\n');
        Play play = status.play();
        if (play != null) out.append("Level: ").append(play.level()).append(", seed ").append(play.seed()).append(play.fixed() ? ", fixed" : ", not fixed yet")
            .append("; report: ").append(play.report()).append('\n');
        if (status.driver() != null) out.append("VMs run ").append(status.driver().equals("kvm") ? "with KVM" : "emulated").append('\n');
        out.append('\n').append(machines(status).render());
        long resident = status.machines().stream().mapToLong(LabStatus.Machine::residentBytes).sum();
        if (resident > 0) out.append("\nHost memory in use by the VMs: %.1f GiB%n".formatted(resident / (double) GIB));
        return out.toString();
    }

    private Table machines(LabStatus status) {
        Table table = health ? new Table("VM", "state", "SSH on 127.0.0.1", "memory", "on host", "up", "load", "CPU", "memory free", "fullest disk")
            : new Table("VM", "state", "SSH on 127.0.0.1", "memory", "on host");
        for (LabStatus.Machine machine : status.machines()) {
            UnaryOperator<String> paint = machine.state() == MachineState.RUNNING ? Terminal::green : Terminal::yellow;
            String note = machine.problem() == null ? "" : machine.problem();
            Object[] base = {machine.name(), machine.state(), machine.sshPort(), machine.memoryMib() + " MiB",
                machine.residentBytes() == 0 ? "-" : machine.residentBytes() / MIB + " MiB"};
            table.row(note, paint, health ? with(base, machine.health()) : base);
        }
        return table;
    }

    private static Object[] with(Object[] base, GuestReading reading) {
        Object[] all = java.util.Arrays.copyOf(base, base.length + 5);
        java.util.Arrays.fill(all, base.length, all.length, "-");
        if (reading == null) return all;
        Duration up = Duration.ofSeconds(reading.uptimeSeconds());
        all[5] = up.toHours() + " h " + up.toMinutesPart() + " min";
        all[6] = reading.load().isEmpty() ? "-" : "%.1f".formatted(reading.load().get(0));
        all[7] = "%.0f %%".formatted(reading.cpuUsage() * 100);
        all[8] = reading.memory().available() / MIB + " MiB";
        all[9] = reading.fileSystems().stream().filter(disk -> disk.total() > 0)
            .max(java.util.Comparator.comparingDouble(disk -> 1 - disk.usable() / (double) disk.total()))
            .map(disk -> "%s %.0f %%".formatted(disk.mount(), 100 * (1 - disk.usable() / (double) disk.total()))).orElse("-");
        return all;
    }
}
