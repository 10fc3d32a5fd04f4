package oncall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import oncall.level.Level;
import oncall.session.History;
import oncall.session.LabSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists the levels.")
final class ListCommand extends LabCommand {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin private LevelsOption otherLevels;

    @Override List<Path> otherLevels() { return otherLevels.folders(); }

    /** A level as others see it: nothing that tells the cause; where it is from, unless from this clone. */
    private record Entry(String id, String title, String severity, int difficulty, String played, boolean untried, String from) { }

    @Override int run(LabSession session) {
        History history = session.history();
        List<Entry> entries = session.catalog().all().stream().map(level -> new Entry(level.id(), level.title(),
            level.severity().toString(), level.difficulty(), played(level, history), level.untried(), from(level))).toList();
        if (json) Json.print(entries);
        else {
            Table table = new Table("level", "severity", "difficulty", "played", "title");
            entries.forEach(entry -> table.row(entry.from() == null ? "" : "from " + entry.from(), UnaryOperator.identity(), entry.id(), entry.severity(),
                "*".repeat(entry.difficulty()), entry.played(), entry.untried() ? entry.title() + " (untried: by name only)" : entry.title()));
            System.out.print(table.render());
        }
        return ExitCodes.OK;
    }

    /** Null for the clone's own. */
    private String from(Level level) {
        Path folder = level.folder().toAbsolutePath().normalize().getParent();
        return folder.equals(folders().levels()) ? null : folder.toString();
    }

    private static String played(Level level, History history) {
        if (history.wasFixed(level.id())) return "fixed";
        return history.played().contains(level.id()) ? "tried" : "";
    }
}
