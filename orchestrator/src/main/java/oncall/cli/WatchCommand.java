package oncall.cli;

import java.util.List;
import oncall.pager.Page;
import oncall.pager.Pager;
import oncall.pager.PagerEvent;
import oncall.session.LabSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "watch", description = "Your pager: shows what was paged so far, then each alert as it arrives, until Ctrl-C or the end of the incident.")
final class WatchCommand extends LabCommand {
    private static final long PAUSE_MILLIS = 5000;
    private static final String BELL = "\u0007";

    @Option(names = "--once", description = "Show what was paged so far, and end.")
    private boolean once;

    @Option(names = "--json", description = "With --once: print the pages as JSON.")
    private boolean json;

    @Override boolean goesOnUntilStopped() { return !once && !json; }

    @Override int run(LabSession session) {
        Pager pager = session.pager();
        pager.poll();
        if (json) Json.print(pager.pages());
        else show(pager);
        return once || json ? ExitCodes.OK : follow(session, pager);
    }

    private static void show(Pager pager) {
        List<Page> pages = pager.pages();
        if (pages.isEmpty()) System.out.println("Nothing was paged so far.");
        pages.forEach(page -> System.out.println(page.open() ? PagerText.page(page) : PagerText.line(page)));
        if (pager.silent()) System.out.println("The monitoring is silent: what fires now is delivered later.");
    }

    private static int follow(LabSession session, Pager pager) {
        int shown = pager.events().size();
        try {
            while (session.inPlay().isPresent()) {
                Thread.sleep(PAUSE_MILLIS);
                pager.poll();
                List<PagerEvent> events = pager.events();
                // Fewer than before: the incident was started over.
                for (PagerEvent event : events.subList(shown <= events.size() ? shown : 0, events.size())) print(event, pager.pages());
                shown = events.size();
            }
            System.out.println("No level is in play any more.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return ExitCodes.OK;
    }

    private static void print(PagerEvent event, List<Page> pages) {
        String line = PagerText.event(event, pages);
        if (!line.isEmpty()) System.out.println((event.kind() == PagerEvent.Kind.FIRED && Terminal.isThere() ? BELL : "") + line);
        System.out.flush();
    }
}
