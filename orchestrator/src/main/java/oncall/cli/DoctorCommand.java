package oncall.cli;

import java.util.List;
import java.util.function.UnaryOperator;
import oncall.host.Need;
import oncall.session.LabSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "doctor", description = "Shows what the lab needs of this host, what the host has, and what to do about the rest.")
final class DoctorCommand extends LabCommand {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override int run(LabSession session) {
        List<Need> needs = session.doctor();
        if (json) Json.print(needs);
        else System.out.print(table(needs));
        return needs.stream().allMatch(Need::met) ? ExitCodes.OK : ExitCodes.NO;
    }

    private static String table(List<Need> needs) {
        Table table = new Table("", "what", "needed", "found");
        needs.forEach(need -> table.row(need.remedy(), paint(need.grade()), word(need.grade()), need.name(), need.needed(), need.found()));
        long open = needs.stream().filter(need -> !need.met()).count();
        boolean installable = needs.stream().anyMatch(need -> need.grade() == Need.Grade.INSTALLABLE);
        return table.render() + "\n" + (open == 0 ? "This host is fit for the lab.\n" : open + " to be mended."
            + (installable ? " `./lab up <level>` offers to install what is missing (--yes: consent in advance).\n" : "\n"));
    }

    private static String word(Need.Grade grade) {
        return switch (grade) {
            case OK -> "ok";
            case NOTE -> "note";
            case INSTALLABLE, MISSING -> "missing";
        };
    }

    private static UnaryOperator<String> paint(Need.Grade grade) {
        return switch (grade) {
            case OK -> Terminal::green;
            case NOTE -> Terminal::yellow;
            case INSTALLABLE, MISSING -> Terminal::red;
        };
    }
}
