package oncall.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import oncall.pager.Page;
import oncall.pager.PagerEvent;
import org.apache.commons.text.WordUtils;

/** What the pager shows: the time first, then how bad it is, then what it is. */
final class PagerText {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final Duration LATE = Duration.ofMinutes(2);
    private static final int WIDTH = 84;
    private static final String INDENT = " ".repeat(16);

    private PagerText() { }

    static String time(Instant at) { return CLOCK.format(at); }

    /** One page: what is known of it, without what to do about it. */
    static String line(Page page) {
        return "%s  %s  #%d %s  %s".formatted(time(page.alert().since()), severity(page), page.number(), Terminal.bold(name(page)), wrapped(state(page) + page.alert().summary()));
    }

    /** A monitor says it in a few words, a person may need more. */
    private static String wrapped(String text) { return WordUtils.wrap(text, WIDTH, "\n" + INDENT, false); }

    private static String name(Page page) { return page.alert().incident().isEmpty() ? page.alert().name() : page.alert().name() + ": " + page.alert().incident(); }

    /** Before the summary, which may be several sentences in somebody else's words. */
    private static String state(Page page) {
        List<String> state = new ArrayList<>();
        if (page.declared() != null) state.add("declared " + page.declared());
        if (page.times() > 1) state.add(page.times() + " times");
        if (page.over() != null) state.add("over at " + time(page.over()));
        if (page.acknowledged() != null) state.add("acknowledged at " + time(page.acknowledged()));
        if (page.resolved() != null) state.add("resolved at " + time(page.resolved()));
        return state.isEmpty() ? "" : "(" + String.join(", ", state) + ") ";
    }

    private static String severity(Page page) {
        String severity = page.alert().severity();
        return switch (severity) {
            case "SEV1", "SEV2" -> Terminal.red(severity);
            case "SEV3" -> Terminal.yellow(severity);
            default -> severity;
        };
    }

    /** One page as it arrives, with what to do about it. */
    static String page(Page page) {
        List<String> next = new ArrayList<>();
        if (!page.alert().runbook().isEmpty()) next.add("runbook: " + page.alert().runbook());
        next.add((page.acknowledged() == null ? "take it on: ./lab ack " : "mended: ./lab resolve ") + page.number());
        if (undeclared(page)) next.add("how bad it is: ./lab declare " + page.alert().incident() + " SEV1..4");
        if (late(page)) next.add("(delivered late, at " + time(page.paged()) + ")");
        return line(page) + "\n" + INDENT + String.join("   ", next);
    }

    private static boolean late(Page page) { return Duration.between(page.alert().since(), page.paged()).compareTo(LATE) > 0; }

    private static boolean undeclared(Page page) { return !page.alert().incident().isEmpty() && page.declared() == null; }

    /** @param pages as they are now */
    static String event(PagerEvent event, List<Page> pages) {
        String about = pages.stream().filter(page -> page.number() == event.page()).findFirst().map(page -> "#" + page.number() + " " + name(page)).orElse("");
        return switch (event.kind()) {
            case FIRED -> pages.stream().filter(page -> page.number() == event.page()).findFirst().map(PagerText::page).orElse("");
            case AGAIN -> time(event.at()) + "        " + about + " fires again";
            case OVER -> time(event.at()) + "        " + about + Terminal.green(" no longer fires");
            case ACKNOWLEDGED -> time(event.at()) + "        " + about + " is taken on";
            case RESOLVED -> time(event.at()) + "        " + about + " is said to be resolved" + (event.note() == null ? "" : ": " + event.note());
            case DECLARED -> time(event.at()) + "        " + about + " is declared " + event.note();
            case SILENT -> time(event.at()) + "        " + Terminal.yellow("the monitoring is silent") + " (" + event.note() + "); what fires now is delivered later";
            case HEARD -> time(event.at()) + "        the monitoring answers again";
            case HANDED_OVER -> "";
        };
    }

    /** For the ticket: what is open, or how to hear of it. */
    static String summary(List<Page> pages) {
        List<Page> open = pages.stream().filter(Page::open).toList();
        if (open.isEmpty()) return "The pager      nothing yet; alerts arrive with ./lab watch\n";
        StringBuilder out = new StringBuilder("The pager      ./lab watch shows what comes\n");
        open.forEach(page -> out.append("  ").append(page(page).replace("\n", "\n  ")).append('\n'));
        return out.toString();
    }
}
