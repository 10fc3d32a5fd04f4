package oncall.cli;

import java.nio.file.Path;
import java.util.List;
import oncall.session.LabSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "reset", description = "Starts the level in play over: healthy VMs, the same incident in the same variant.")
final class ResetCommand extends LabCommand {
    @Option(names = {"-y", "--yes"}, description = "Consent in advance to what would be asked.")
    private boolean yes;

    @Option(names = "--json", description = "Print the ticket as JSON.")
    private boolean json;

    @Mixin private LevelsOption otherLevels;

    @Override List<Path> otherLevels() { return otherLevels.folders(); }

    @Override boolean consents() { return yes; }

    @Override int run(LabSession session) {
        TicketText.print(session.reset(), json);
        return ExitCodes.OK;
    }
}
