package oncall.cli;

import oncall.pager.Page;
import oncall.pager.Pager;
import oncall.session.LabSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "resolve", description = "Says that what a page was about is mended, and asks the monitoring whether it has seen it end. The time is kept with the incident; the verdict is `lab verify`'s.")
final class ResolveCommand extends LabCommand {
    @Mixin private PageChoice choice;

    @Option(names = "--note", paramLabel = "TEXT", description = "What was done, in a sentence.")
    private String note;

    @Override int run(LabSession session) {
        Pager pager = session.pager();
        // Whoever watches no pager is to hear how it is now. A silent monitoring takes some seconds, no more.
        pager.poll();
        Page page = choice.in(pager);
        pager.resolve(page, note);
        pager.find(Integer.toString(page.number())).map(PagerText::line).ifPresent(System.out::println);
        if (page.over() == null && page.byMonitor()) {
            System.out.println(pager.silent() ? "The monitoring is silent; it still saw it when it answered last." : "The monitoring has not seen it end.");
        }
        return ExitCodes.OK;
    }
}
