package oncall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import oncall.session.LabSession;
import oncall.session.UpRequest;
import oncall.session.UsageProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "up", description = "Sets up what is missing, boots or restores the VMs, stages an incident and hands over its ticket.")
final class UpCommand extends LabCommand {
    @Parameters(paramLabel = "LEVEL", arity = "0..1", defaultValue = UpRequest.RANDOM,
        description = "Id of a level (see `lab list`), or `random`: none twice before all were played. Default: ${DEFAULT-VALUE}.")
    private String level;

    @Option(names = "--seed", paramLabel = "N", description = "The variant of the incident; drawn if not given, and printed with the ticket: two teams with the same level and seed play the same incident.")
    private Long seed;

    @Option(names = "--difficulty", paramLabel = "1..5", description = "With random: only levels of this difficulty, none twice before all of them were played.")
    private Integer difficulty;

    @Option(names = {"-y", "--yes"}, description = "Consent in advance to what would be asked: installing, building, giving up a level in play.")
    private boolean yes;

    @Option(names = "--json", description = "Print the ticket as JSON.")
    private boolean json;

    @Mixin private LevelsOption otherLevels;

    @Override List<Path> otherLevels() { return otherLevels.folders(); }

    @Override boolean consents() { return yes; }

    @Override int run(LabSession session) {
        if (difficulty != null && !level.equals(UpRequest.RANDOM)) {
            throw new UsageProblem("A difficulty goes with random, not with a level by its name: " + level + " has the one that it has.");
        }
        var ticket = session.up(new UpRequest(level, seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
            difficulty == null ? OptionalInt.empty() : OptionalInt.of(difficulty)));
        TicketText.print(ticket, json);
        return ExitCodes.OK;
    }
}
