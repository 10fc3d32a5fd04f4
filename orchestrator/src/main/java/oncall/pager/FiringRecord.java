package oncall.pager;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Prometheus' record of alerts adds to what fires now: when something ended, and what came and went while nobody asked.
 *
 * @param firings oldest first
 * @param seen    keys of the alerts that have not ended, or of which that cannot be told
 * @param untold  the pages that were not over when the monitoring was asked
 * @param now     by the host's clock
 */
record FiringRecord(List<Firing> firings, Set<String> seen, List<Page> untold, Instant now) {
    /** What fired so short a time ago is Alertmanager's to tell. */
    static final Duration RECENT = Duration.ofMinutes(1);

    /** Adds what the events do not tell yet. */
    void addTo(List<PagerEvent> events) { firings.forEach(firing -> add(firing, events)); }

    /** Ends the pages about whose end nothing is on record. */
    void endTheRest(List<PagerEvent> events) {
        new Pages(events).all().stream().filter(page -> page.over() == null && page.isIn(untold) && !seen.contains(page.alert().key()))
            .forEach(page -> events.add(PagerEvent.of(now, PagerEvent.Kind.OVER, page.number())));
    }

    /** Whether the events tell all of it; what has ended a moment ago is not late yet, and nobody else will tell of it. */
    boolean isToldBy(List<PagerEvent> events) { return firings.stream().allMatch(firing -> goesOn(firing) || isKnown(firing, events)); }

    private void add(Firing firing, List<PagerEvent> events) {
        if (goesOn(firing) || isKnown(firing, events)) return;
        Pages pages = new Pages(events);
        Optional<Page> page = pages.of(firing.alert());
        if (page.isPresent() && page.get().over() == null && !firing.last().isBefore(page.get().began())) {
            events.add(PagerEvent.of(firing.last(), PagerEvent.Kind.OVER, page.get().number()));
            return;
        }
        if (firing.last().plus(RECENT).isAfter(now)) return;
        Optional<Page> same = page.filter(before -> before.over() != null && firing.alert().since().isAfter(before.over()) && before.takes(firing.alert(), untold));
        int number = same.map(Page::number).orElse(pages.next());
        events.add(same.isPresent() ? PagerEvent.of(firing.alert().since(), PagerEvent.Kind.AGAIN, number)
            : new PagerEvent(now, PagerEvent.Kind.FIRED, number, firing.alert(), "delivered late"));
        events.add(PagerEvent.of(firing.last(), PagerEvent.Kind.OVER, number));
    }

    private boolean goesOn(Firing firing) {
        String key = firing.alert().key();
        return seen.contains(key) && firings.stream().noneMatch(other -> other.alert().key().equals(key) && other.alert().since().isAfter(firing.alert().since()));
    }

    private static boolean isKnown(Firing firing, List<PagerEvent> events) {
        return new Pages(events).all().stream().filter(page -> page.alert().key().equals(firing.alert().key()) && !page.alert().since().minus(RECENT).isAfter(firing.last()))
            .anyMatch(page -> page.over() == null ? firing.last().isBefore(page.began()) : !page.over().isBefore(firing.alert().since()));
    }
}
