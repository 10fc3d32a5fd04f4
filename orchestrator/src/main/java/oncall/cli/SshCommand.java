package oncall.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import oncall.host.LabFolders;
import oncall.level.MachineSpec;
import oncall.level.StageSpec;
import oncall.process.Cancelled;
import oncall.session.LabSession;
import oncall.session.UsageProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "ssh", description = "Logs in to a VM, or runs one command there.", sortOptions = false)
final class SshCommand extends LabCommand {
    @Parameters(index = "0", paramLabel = "VM", description = "Name of the VM, such as app.")
    private String vm;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "COMMAND", description = "To be run there instead of a shell; put -- in front of options.")
    private List<String> command = List.of();

    @Option(names = "--print", description = "Only print the ssh command.")
    private boolean print;

    @Override int run(LabSession session) {
        LabFolders folders = folders();
        StageSpec spec = StageSpec.load(folders.stage().resolve("machines.yaml"));
        MachineSpec machine = spec.machines().stream().filter(each -> each.name().equals(vm)).findFirst()
            .orElseThrow(() -> new UsageProblem("No VM '" + vm + "'. VMs: " + String.join(", ", spec.names())));
        List<String> ssh = new ArrayList<>(List.of("ssh", "-F", "none", "-i", folders.privateKey().toString(), "-p", Integer.toString(machine.sshPort()),
            "-o", "IdentitiesOnly=yes", "-o", "UserKnownHostsFile=" + folders.knownHosts(), "-o", "StrictHostKeyChecking=accept-new",
            "-o", "LogLevel=ERROR", "vagrant@127.0.0.1"));
        ssh.addAll(command);
        if (print || command.isEmpty() && !Terminal.isThere()) {
            System.out.println(String.join(" ", ssh));
            return ExitCodes.OK;
        }
        return onThisTerminal(ssh);
    }

    private static int onThisTerminal(List<String> ssh) {
        try {
            // Not through Programs: ssh itself is to have the terminal, Ctrl-C included.
            return new ProcessBuilder(ssh).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run ssh; is openssh-client installed?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled(e);
        }
    }
}
