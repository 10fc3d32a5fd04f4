package oncall.cli;

import oncall.pager.Page;
import oncall.pager.Pager;
import oncall.session.LabSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "resolve", description = "Says that what a page was about is mended. The time is kept with the incident; the verdict is `lab verify`'s.")
final class ResolveCommand extends LabCommand {
    @Mixin private PageChoice choice;

    @Option(names = "--note", paramLabel = "TEXT", description = "What was done, in a sentence.")
    private String note;

    @Override int run(LabSession session) {
        Pager pager = session.pager();
        Page page = choice.in(pager);
        pager.resolve(page, note);
        pager.find(Integer.toString(page.number())).map(PagerText::line).ifPresent(System.out::println);
        if (page.over() == null && page.byMonitor()) System.out.println("The monitoring still saw it when it was asked last.");
        return ExitCodes.OK;
    }
}
