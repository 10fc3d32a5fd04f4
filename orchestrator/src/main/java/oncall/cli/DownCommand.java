package oncall.cli;

import oncall.session.DownMode;
import oncall.session.LabSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "down", description = "Stops playing and switches the VMs off. They are kept for a quick next start, unless told otherwise.")
final class DownCommand extends LabCommand {
    @ArgGroup private Further further;

    private static final class Further {
        @Option(names = "--destroy", description = "Also remove the VMs, their disks and their network.")
        private boolean destroy;

        @Option(names = "--purge", description = "Also remove the box, the storage pool and the cache: all but reports, journal and SSH key.")
        private boolean purge;
    }

    @Override int run(LabSession session) {
        if (further == null) session.down(DownMode.STOP);
        else session.down(further.purge ? DownMode.PURGE : DownMode.DESTROY);
        System.out.println("Down.");
        return ExitCodes.OK;
    }
}
