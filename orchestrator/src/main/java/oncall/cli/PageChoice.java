package oncall.cli;

import java.util.stream.Collectors;
import oncall.pager.Page;
import oncall.pager.Pager;
import oncall.session.UsageProblem;
import picocli.CommandLine.Parameters;

/** Which page a command is about. */
final class PageChoice {
    @Parameters(paramLabel = "PAGE", description = "Number of the page, or the name of its alert or incident (see `lab watch --once`).")
    private String which;

    /** @throws UsageProblem when there is no such page; it lists those that there are */
    Page in(Pager pager) {
        return pager.find(which).orElseThrow(() -> new UsageProblem("No page '" + which + "'. " + (pager.pages().isEmpty() ? "Nothing was paged so far."
            : "Pages: " + pager.pages().stream().map(page -> "#" + page.number() + " " + (page.alert().incident().isEmpty() ? page.alert().name() : page.alert().incident())).collect(Collectors.joining(", ")))));
    }
}
