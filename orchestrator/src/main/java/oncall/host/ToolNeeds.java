package oncall.host;

import static oncall.host.Need.installable;
import static oncall.host.Need.ok;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oncall.process.Program;
import oncall.process.ProgramResult;
import oncall.process.ProgramTimedOut;
import oncall.process.Programs;

/** The programs that set-up installs: Vagrant with its libvirt provider, libvirt, QEMU's tools, mmdebstrap, ssh. */
final class ToolNeeds implements Examination {
    private static final String INSTALL = "sudo apt-get install --no-install-recommends ";
    private static final Duration DAEMON_LIMIT = Duration.ofSeconds(60);

    private final Programs programs;

    ToolNeeds(Programs programs) { this.programs = programs; }

    @Override public List<Need> examine() {
        List<Need> needs = new ArrayList<>();
        needs.add(tool("vagrant", 2, 3, "vagrant", "vagrant", "--version"));
        needs.add(provider());
        needs.add(tool("virsh", 7, 0, "libvirt-clients", "virsh", "--version"));
        needs.add(daemon());
        needs.add(tool("qemu-img", 5, 0, "qemu-utils", "qemu-img", "--version"));
        needs.add(tool("mmdebstrap", 1, 0, "mmdebstrap", "mmdebstrap", "--version"));
        needs.add(present("ssh client", "openssh-client", "ssh", "-V"));
        return needs;
    }

    private Need tool(String name, int major, int minor, String debianPackage, String... command) {
        String needed = major + "." + minor + " or newer";
        ProgramResult result = programs.run(Program.of(command));
        if (!result.ok()) return installable(name, needed, "not installed", INSTALL + debianPackage);
        Optional<Version> version = Version.in(Tools.firstLine(result));
        String found = version.map(Version::toString).orElse(Tools.firstLine(result));
        return version.isPresent() && version.get().atLeast(major, minor)
            ? ok(name, needed, found) : installable(name, needed, found, INSTALL + debianPackage);
    }

    private Need present(String name, String debianPackage, String... command) {
        ProgramResult result = programs.run(Program.of(command));
        return result.ok() ? ok(name, "installed", Tools.firstLine(result))
            : installable(name, "installed", "not installed", INSTALL + debianPackage);
    }

    private Need provider() {
        String needed = "installed";
        ProgramResult result = programs.run(Program.of("vagrant", "plugin", "list"));
        return result.out().lines().filter(line -> line.startsWith("vagrant-libvirt")).findFirst()
            .map(line -> ok("vagrant-libvirt", needed, Version.in(line).map(Version::toString).orElse(line)))
            .orElse(installable("vagrant-libvirt", needed, "not installed", INSTALL + "vagrant-libvirt"));
    }

    private Need daemon() {
        String needed = "answers on qemu:///system";
        String remedy = "sudo provisioning/host/install.sh --install   (starts it; then log in again if you were added to group libvirt)";
        try {
            ProgramResult result = programs.run(Program.of("virsh", "-c", "qemu:///system", "version").within(DAEMON_LIMIT));
            if (!result.ok()) return installable("libvirt daemon", needed, result.complaint(1), remedy);
            return ok("libvirt daemon", needed, result.out().lines().filter(line -> line.startsWith("Using library:"))
                .findFirst().map(line -> line.substring("Using library:".length()).strip()).orElse("it answers"));
        } catch (ProgramTimedOut e) {
            return installable("libvirt daemon", needed, "no answer within " + DAEMON_LIMIT.toSeconds() + " s", remedy);
        }
    }
}
