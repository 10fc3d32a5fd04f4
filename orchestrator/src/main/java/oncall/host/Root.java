package oncall.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import oncall.process.Program;
import oncall.process.Programs;

/** Runs what needs root: as it is where the user is root, else through sudo. */
final class Root {
    private final Programs programs;
    private final boolean isRoot;
    private final boolean terminal;

    public Root(Programs programs) { this(programs, uid() == 0, System.console() != null); }

    Root(Programs programs, boolean isRoot, boolean terminal) {
        this.programs = programs;
        this.isRoot = isRoot;
        this.terminal = terminal;
    }

    /**
     * The program as root would run it.
     *
     * @throws HostNotFit where sudo can neither be used without a password nor ask for one
     */
    public Program elevate(Program program) {
        if (isRoot) return program;
        if (programs.run(Program.of("sudo", "-n", "true")).ok()) return program.behind(List.of("sudo", "-n"));
        if (terminal && programs.run(Program.of("sudo", "-V")).ok()) return program.behind(List.of("sudo")).onTheTerminal();
        throw new HostNotFit("This needs root, and sudo is not there or would have to ask for a password where nobody can type one."
            + " Run it yourself, then try again:\n  sudo " + program);
    }

    private static int uid() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
