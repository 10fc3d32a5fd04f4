package oncall.cli;

import java.util.List;
import java.util.Optional;
import oncall.pager.Page;
import oncall.pager.Pager;
import oncall.pager.PagerEvent;
import oncall.session.LabSession;
import oncall.session.Play;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "watch", description = "Your pager: shows what was paged so far, then each alert as it arrives, until Ctrl-C or the end of the incident. "
    + "Goes on when the incident is started over (lab reset), or another one is handed over (lab up).")
final class WatchCommand extends LabCommand {
    private static final long PAUSE_MILLIS = 5000;
    private static final String BELL = "\u0007";

    @Option(names = "--once", description = "Show what was paged so far, and end.")
    private boolean once;

    @Option(names = "--json", description = "With --once: print the pages as JSON.")
    private boolean json;

    @Override boolean goesOnUntilStopped() { return !once && !json; }

    @Override int run(LabSession session) {
        Play play = session.mustBeInPlay();
        Pager pager = session.pager(play);
        pager.poll();
        if (json) Json.print(pager.pages());
        else show(pager);
        return once || json ? ExitCodes.OK : follow(session, play, pager);
    }

    private static void show(Pager pager) {
        List<Page> pages = pager.pages();
        if (pages.isEmpty()) System.out.println("Nothing was paged so far.");
        pages.forEach(page -> System.out.println(page.open() ? PagerText.page(page) : PagerText.line(page)));
        if (pager.silent()) System.out.println("The monitoring is silent: what fires now is delivered later.");
    }

    private static int follow(LabSession session, Play first, Pager itsPager) {
        Play watched = first;
        Pager pager = itsPager;
        int shown = pager.events().size();
        try {
            Thread.sleep(PAUSE_MILLIS);
            for (Optional<Play> play = handedOver(session); play.isPresent(); play = handedOver(session)) {
                if (!play.get().since().equals(watched.since())) {
                    System.out.println(play.get().report().equals(watched.report()) ? watched.level() + " was started over." : "Another incident is in play now: " + play.get().level() + ".");
                    watched = play.get();
                    pager = session.pager(watched);
                    shown = 0;
                }
                pager.poll();
                List<PagerEvent> events = pager.events();
                for (PagerEvent event : events.subList(Math.min(shown, events.size()), events.size())) print(event, pager.pages());
                shown = events.size();
                Thread.sleep(PAUSE_MILLIS);
            }
            System.out.println("No level is in play any more.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return ExitCodes.OK;
    }

    /** What is in play, waited for while a command is on its way to hand it over; empty where nothing follows. */
    private static Optional<Play> handedOver(LabSession session) throws InterruptedException {
        boolean said = false;
        while (true) {
            Optional<Play> play = session.inPlay();
            if (play.isPresent()) return play;
            Optional<String> command = session.handsOverSoon();
            // It may have come to its end between the two looks.
            if (command.isEmpty()) return session.inPlay();
            if (!said) System.out.println("No level is in play at the moment (" + command.get() + "); what is handed over next is watched.");
            System.out.flush();
            said = true;
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static void print(PagerEvent event, List<Page> pages) {
        String line = PagerText.event(event, pages);
        if (!line.isEmpty()) System.out.println((event.kind() == PagerEvent.Kind.FIRED && Terminal.isThere() ? BELL : "") + line);
        System.out.flush();
    }
}
