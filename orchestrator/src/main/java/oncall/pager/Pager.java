package oncall.pager;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Brings alerts and complaints to whoever is on call, each once, and remembers what was done about them. Alerts come from
 * Alertmanager; what fired and ended while nobody could ask it is found in Prometheus' own record and delivered late.
 */
public final class Pager {
    /** Alerts may fire while the symptom is still being confirmed. */
    private static final Duration BEFORE_HAND_OVER = Duration.ofMinutes(2);

    private final PagerLog log;
    private final Prometheus prometheus;
    private final Alertmanager alertmanager;
    /** When the log told last all that is on record. */
    private Instant caughtUp = Instant.EPOCH;

    /**
     * @param file     its log
     * @param patience with each of the two, so that a slow monitoring keeps nobody from playing
     */
    public Pager(Path file, URI prometheus, URI alertmanager, Duration patience) {
        this.log = new PagerLog(file);
        this.prometheus = new Prometheus(prometheus, patience);
        this.alertmanager = new Alertmanager(alertmanager, patience);
    }

    /** An incident begins; earlier pages are no longer of interest. */
    public void begin() { log.add(events -> List.of(PagerEvent.of(Instant.now(), PagerEvent.Kind.HANDED_OVER, 0))); }

    /** A person says that something is wrong. */
    public void complain(String severity, String summary) { page(Alert.complaint(severity, summary, Instant.now())); }

    /** A person says that something is wrong, which is one of several incidents at the same time. */
    public void complainOf(String incident, String summary) { page(Alert.oneOfSeveral(incident, summary, Instant.now())); }

    private void page(Alert complaint) {
        log.add(events -> List.of(new PagerEvent(complaint.since(), PagerEvent.Kind.FIRED, new Pages(events).next(), complaint, null)));
    }

    /** When the incident began; the epoch if none has. */
    public Instant handedOver() { return new Pages(log.events()).handedOver(); }

    public List<Page> pages() { return new Pages(log.events()).all(); }

    /** Whether the monitoring did not answer when it was asked last. */
    public boolean silent() { return new Pages(log.events()).silent(); }

    /** Everything since the incident was handed over, oldest first. */
    public List<PagerEvent> events() {
        List<PagerEvent> events = log.events();
        int begin = 0;
        for (int i = 0; i < events.size(); i++) if (events.get(i).kind() == PagerEvent.Kind.HANDED_OVER) begin = i + 1;
        return List.copyOf(events.subList(begin, events.size()));
    }

    /** @param which a page's number, or the name of its alert or incident: then the open one */
    public Optional<Page> find(String which) { return new Pages(log.events()).find(which); }

    public void acknowledge(Page page) { log.add(events -> List.of(PagerEvent.of(Instant.now(), PagerEvent.Kind.ACKNOWLEDGED, page.number()))); }

    /** Somebody says how bad it is. What is said last counts. */
    public void declare(Page page, String severity) {
        log.add(events -> List.of(new PagerEvent(Instant.now(), PagerEvent.Kind.DECLARED, page.number(), null, severity)));
    }

    /** @param note what was done; null for nothing to be said */
    public void resolve(Page page, String note) {
        log.add(events -> List.of(new PagerEvent(Instant.now(), PagerEvent.Kind.RESOLVED, page.number(), null, note)));
    }

    /** Asks the monitoring once, and writes down what is new. Never fails because of the monitoring. */
    public void poll() {
        Instant now = Instant.now();
        // Before the two are asked: what is paged meanwhile is not theirs to end.
        Pages before = new Pages(log.events());
        List<String> silent = new ArrayList<>();
        Optional<List<Alert>> firing = ask(alertmanager::firing, silent);
        Optional<Set<String>> still = ask(prometheus::firing, silent);
        Optional<FiringRecord> record = silent.isEmpty() ? ask(() -> record(before, seen(firing.orElseThrow(), still.orElseThrow()), now), silent) : Optional.empty();
        log.add(logged -> {
            List<PagerEvent> events = new ArrayList<>(logged);
            heard(String.join("; ", silent), events, now);
            record.ifPresent(ended -> ended.addTo(events));
            firing.ifPresent(alerts -> alerts.forEach(alert -> fired(alert, before.firing(), events, now)));
            record.ifPresent(ended -> ended.endTheRest(events));
            caughtUp = record.isPresent() && record.get().isToldBy(events) ? now : Instant.EPOCH;
            return List.copyOf(events.subList(logged.size(), events.size()));
        });
    }

    /** Alertmanager forgets when it is restarted, and drops what Prometheus does not repeat: only both know of an end. */
    private static Set<String> seen(List<Alert> firing, Set<String> still) {
        Set<String> seen = new HashSet<>(still);
        firing.forEach(alert -> seen.add(alert.key()));
        return seen;
    }

    /** What may have fired and ended unheard, asked for at first and whenever there was a pause; else what has ended just now. */
    private FiringRecord record(Pages before, Set<String> firing, Instant now) {
        boolean all = caughtUp.plus(FiringRecord.RECENT).isBefore(now);
        Set<String> ended = before.firing().stream().map(page -> page.alert().key()).filter(key -> !firing.contains(key)).collect(Collectors.toSet());
        if (!all && ended.isEmpty()) return new FiringRecord(List.of(), firing, before.firing(), now);
        Uptime uptime = prometheus.uptime();
        Set<String> seen = new HashSet<>(firing);
        if (uptime.settling()) seen.addAll(ended);
        // Of what has ended just now nothing is to be told while Prometheus settles.
        List<Firing> firings = !all && uptime.settling() ? List.of() : uptime.whole(prometheus.firings(before.handedOver().minus(BEFORE_HAND_OVER), now));
        return new FiringRecord(firings.stream().filter(one -> all || ended.contains(one.alert().key())).toList(), seen, before.firing(), now);
    }

    private static <T> Optional<T> ask(Supplier<T> question, List<String> silent) {
        try {
            return Optional.of(question.get());
        } catch (MonitoringSilent e) {
            silent.add(e.getMessage());
            return Optional.empty();
        }
    }

    private static void heard(String silence, List<PagerEvent> events, Instant now) {
        boolean before = new Pages(events).silent();
        if (before && silence.isEmpty()) events.add(PagerEvent.of(now, PagerEvent.Kind.HEARD, 0));
        if (!before && !silence.isEmpty()) events.add(new PagerEvent(now, PagerEvent.Kind.SILENT, 0, null, silence));
    }

    private static void fired(Alert alert, List<Page> untold, List<PagerEvent> events, Instant now) {
        Pages pages = new Pages(events);
        Optional<Page> page = pages.of(alert);
        if (page.isPresent() && page.get().over() == null) return;
        Optional<Page> same = page.filter(before -> before.takes(alert, untold));
        events.add(same.isPresent() ? PagerEvent.of(alert.since().isAfter(same.get().over()) ? alert.since() : now, PagerEvent.Kind.AGAIN, same.get().number())
            : new PagerEvent(now, PagerEvent.Kind.FIRED, pages.next(), alert, null));
    }
}
