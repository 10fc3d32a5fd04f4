package oncall.pager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the log adds up to, since the incident was handed over last. */
final class Pages {
    private final Map<Integer, Page> pages = new TreeMap<>();
    private Instant handedOver = Instant.EPOCH;
    private boolean silent;
    private int last;

    Pages(List<PagerEvent> events) { events.forEach(this::add); }

    private void add(PagerEvent event) {
        switch (event.kind()) {
            case HANDED_OVER -> {
                pages.clear();
                handedOver = event.at();
                silent = false;
            }
            case FIRED -> {
                last = Math.max(last, event.page());
                pages.put(event.page(), new Page(event.page(), event.alert(), event.at()));
            }
            case SILENT -> silent = true;
            case HEARD -> silent = false;
            default -> pages.computeIfPresent(event.page(), (number, page) -> page.with(event));
        }
    }

    List<Page> all() { return List.copyOf(pages.values()); }

    /** What the monitoring has paged and not said to be over. */
    List<Page> firing() { return pages.values().stream().filter(page -> page.byMonitor() && page.over() == null).toList(); }

    Instant handedOver() { return handedOver; }

    /** Whether the monitoring did not answer when it was asked last. */
    boolean silent() { return silent; }

    int next() { return last + 1; }

    /** The page for the same thing that is not over, or else the one that was over last: one that was delivered late may be about earlier. */
    Optional<Page> of(Alert alert) {
        return all().stream().filter(page -> page.alert().key().equals(alert.key())).max(Comparator.comparing(page -> page.over() == null ? Instant.MAX : page.over()));
    }

    /** By its number, or the newest by the name of its alert or incident. */
    Optional<Page> find(String which) {
        List<Page> found = new ArrayList<>(all());
        found.removeIf(page -> !which.replace("#", "").equals(Integer.toString(page.number())) && !page.alert().name().equalsIgnoreCase(which)
            && !page.alert().incident().equalsIgnoreCase(which));
        return found.stream().filter(Page::open).findFirst().or(() -> found.stream().reduce((older, newer) -> newer));
    }
}
