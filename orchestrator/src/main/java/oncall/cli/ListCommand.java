package oncall.cli;

import java.util.List;
import oncall.level.Level;
import oncall.session.History;
import oncall.session.LabSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists the levels.")
final class ListCommand extends LabCommand {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** A level as others see it: nothing that tells the cause. */
    private record Entry(String id, String title, String severity, int difficulty, String played) { }

    @Override int run(LabSession session) {
        History history = session.history();
        List<Entry> entries = session.catalog().all().stream().map(level -> new Entry(level.id(), level.title(),
            level.severity().toString(), level.difficulty(), played(level, history))).toList();
        if (json) Json.print(entries);
        else {
            Table table = new Table("level", "severity", "difficulty", "played", "title");
            entries.forEach(entry -> table.row(entry.id(), entry.severity(), "*".repeat(entry.difficulty()), entry.played(), entry.title()));
            System.out.print(table.render());
        }
        return ExitCodes.OK;
    }

    private static String played(Level level, History history) {
        if (history.wasFixed(level.id())) return "fixed";
        return history.played().contains(level.id()) ? "tried" : "";
    }
}
