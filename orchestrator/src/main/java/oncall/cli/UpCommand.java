package oncall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import oncall.session.LabSession;
import oncall.session.UpRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "up", description = "Sets up what is missing, boots or restores the VMs, stages an incident and hands over its ticket.")
final class UpCommand extends LabCommand {
    @Parameters(paramLabel = "LEVEL", arity = "0..1", defaultValue = UpRequest.RANDOM,
        description = "Id of a level (see `lab list`), or `random`: none twice before all were played. Default: ${DEFAULT-VALUE}.")
    private String level;

    @Option(names = "--seed", paramLabel = "N", description = "The variant of the incident; drawn if not given.")
    private Long seed;

    @Option(names = "--difficulty", paramLabel = "1..5", description = "With random: only levels of this difficulty.")
    private Integer difficulty;

    @Option(names = {"-y", "--yes"}, description = "Consent in advance to what would be asked: installing, building, giving up a level in play.")
    private boolean yes;

    @Option(names = "--json", description = "Print the ticket as JSON.")
    private boolean json;

    @Mixin private LevelsOption otherLevels;

    @Override List<Path> otherLevels() { return otherLevels.folders(); }

    @Override boolean consents() { return yes; }

    @Override int run(LabSession session) {
        var ticket = session.up(new UpRequest(level, seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
            difficulty == null ? OptionalInt.empty() : OptionalInt.of(difficulty)));
        TicketText.print(ticket, json);
        return ExitCodes.OK;
    }
}
