package oncall.vm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oncall.process.Program;
import oncall.process.ProgramResult;
import oncall.process.Programs;

/** libvirt's command line, one method per command that the lab uses. Domains are named as libvirt names them. */
final class Virsh {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String TRY_AGAIN = "Resource temporarily unavailable";
    private static final int TRIES = 3;
    // What it receives is left out: others send to a VM that hangs as well.
    private static final Pattern ACTIVITY = Pattern.compile("block\\.\\d+\\.(rd|wr)\\.reqs=\\d+|net\\.\\d+\\.tx\\.pkts=\\d+");

    private final Programs programs;

    Virsh(Programs programs) { this.programs = programs; }

    /** All defined domains, running or not. */
    List<String> domains() { return lines(run("list", "--all", "--name")); }

    /** State by domain, of those that are defined. */
    Map<String, MachineState> states() {
        Map<String, MachineState> states = new HashMap<>();
        for (String line : lines(run("list", "--all"))) {
            String[] words = line.strip().split("\\s+", 3);
            if (words.length == 3 && !words[0].equals("Id") && !words[0].startsWith("--")) states.put(words[1], MachineState.of(words[2]));
        }
        return states;
    }

    /** Whether it is off because its QEMU ended by itself. */
    boolean crashed(String domain) { return run("domstate", domain, "--reason").out().contains("(crashed)"); }

    /** What it has read, written and sent so far, as text to be compared with itself; empty unless it runs. */
    String activity(String domain) {
        List<String> figures = lines(run("domstats", domain, "--nowait", "--state", "--block", "--interface"));
        if (!figures.contains("state.state=1")) return "";
        return figures.stream().filter(line -> ACTIVITY.matcher(line).matches()).collect(Collectors.joining(" "));
    }

    List<String> snapshots(String domain) { return lines(run("snapshot-list", domain, "--name")); }

    void suspend(String domain) { run("suspend", domain); }

    void resume(String domain) { run("resume", domain); }

    void start(String domain) { run("start", domain); }

    /** Switches it off, like pulling the plug. */
    void powerOff(String domain) { call("destroy", domain); }

    /** With memory when the domain is running or paused. */
    void createSnapshot(String domain, String name) { run("snapshot-create-as", domain, name); }

    /** Afterwards the domain is paused. */
    void revertPaused(String domain, String name) { run("snapshot-revert", domain, name, "--paused"); }

    void deleteSnapshot(String domain, String name) { call("snapshot-delete", domain, name); }

    void undefine(String domain) { call("undefine", domain, "--snapshots-metadata", "--managed-save"); }

    List<String> volumes(String pool) {
        ProgramResult result = call("vol-list", pool);
        return result.ok() ? lines(result).stream().map(line -> line.strip().split("\\s+")[0]).toList() : List.of();
    }

    void deleteVolume(String pool, String volume) { call("vol-delete", volume, "--pool", pool); }

    void refreshPool(String pool) { call("pool-refresh", pool); }

    void removeNetwork(String network) {
        call("net-destroy", network);
        call("net-undefine", network);
    }

    // Now and then the kernel breaks off loading what confines a QEMU to its devices, as a signal came in between, and says to
    // try again. libvirt does not. Seen with snapshot-revert; each of the commands can be given twice.
    private ProgramResult run(String... arguments) {
        ProgramResult result = call(arguments);
        for (int tries = 1; tries < TRIES && result.err().contains(TRY_AGAIN); tries++) result = call(arguments);
        return result.orThrow();
    }

    // All of virsh may be needed to clean up after a cancellation; it never takes long.
    private ProgramResult call(String... arguments) {
        List<String> command = new ArrayList<>(List.of("virsh", "-q", "-c", "qemu:///system"));
        command.addAll(Arrays.asList(arguments));
        return programs.run(Program.of(command).with(Map.of("LC_ALL", "C")).within(LIMIT).evenWhenCancelled());
    }

    private static List<String> lines(ProgramResult result) {
        return result.out().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
