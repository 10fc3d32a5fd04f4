package oncall.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import oncall.grade.Finding;
import oncall.grade.Judgement;
import oncall.grade.Outcome;
import oncall.level.Incident;
import oncall.level.Level;
import oncall.level.Seed;
import oncall.pager.JourneyCount;
import oncall.pager.MonitoringSilent;
import oncall.pager.Page;
import oncall.pager.Pager;
import oncall.pager.Prometheus;

/**
 * Judges the work on several incidents at the same time: whether each was declared as severe as it is, and whether the worst
 * was mended first. The latter by what customers got: the shoppers' counts tell whose journey worked again at which scrape,
 * and who still failed after that.
 */
final class Triage {
    /** One failure is none; whoever began with the worst, and was done with something else a moment earlier, did well. */
    private static final long TOO_OFTEN = 2;
    /** One scrape later is a moment later, two are not. They come every 30 s, give or take some milliseconds: hence between the two. */
    private static final Duration MOMENT = Duration.ofSeconds(45);
    /** In so long a time Prometheus has scraped several times, and each journey was made. */
    private static final Duration ENOUGH = Duration.ofMinutes(3);

    private final Prometheus prometheus;
    private final Pager pager;
    private final Supplier<Span> work;

    /** @param work when somebody worked on it */
    Triage(Prometheus prometheus, Pager pager, Supplier<Span> work) {
        this.prometheus = prometheus;
        this.pager = pager;
        this.work = work;
    }

    /**
     * From the hand-over to the judgement that was content at first, since nothing was left to be put in order then; else to
     * the last one. Judgements that came earlier rebooted nothing, and nobody who waited is spared because of them.
     *
     * @param entries the journal, with an incident in play
     */
    static Span worked(List<JournalEntry> entries, Instant now) {
        Instant begin = now;
        Instant judged = null;
        boolean settled = false;
        for (JournalEntry entry : entries) {
            if (Play.isHandOver(entry)) {
                begin = entry.at();
                judged = null;
                settled = false;
            } else if (entry.state() == LabState.VERIFYING && !settled) {
                judged = entry.at();
            } else if (Play.passedAtFirst(entry)) {
                settled = true;
            }
        }
        return new Span(begin, judged == null ? now : judged);
    }

    /** The incidents reach whoever is on call. */
    static void begin(Pager pager, List<Incident> incidents) {
        pager.begin();
        incidents.forEach(incident -> pager.complainOf(incident.name(), incident.complaint().strip()));
    }

    /** Empty for a level that is about one incident. */
    Optional<Judgement> judge(Level level, Seed seed) {
        List<Incident> incidents = level.incidents(seed);
        if (incidents.isEmpty()) return Optional.empty();
        List<Finding> findings = new ArrayList<>();
        for (Incident incident : incidents) findings.add(severity(incident));
        findings.add(order(incidents));
        return Optional.of(new Judgement("triage", findings, true));
    }

    private Finding severity(Incident incident) {
        String name = incident.name();
        String declared = pager.find(name).map(Page::declared).orElse(null);
        boolean right = incident.severity().name().equals(declared);
        return finding("the severity of '" + name + "' is declared", right ? Outcome.PASS : Outcome.FAIL, right ? "" : declared == null
            ? "Nobody said how bad it is: ./lab declare " + name + " SEV1..4"
            : "It was declared " + declared + ". Whom does it stop, is there a way around it, and what does it cost? (./lab declare --help)");
    }

    private Finding order(List<Incident> incidents) {
        Incident worst = incidents.stream().min(Comparator.comparing(Incident::severity)).orElseThrow();
        String check = "those whom it hit hardest were helped first";
        try {
            Span worked = work.get();
            Map<String, List<JourneyCount>> counts = prometheus.journeys(worked.begin(), worked.end());
            List<JourneyCount> ofWorst = counts.getOrDefault(worst.journey(), List.of());
            if (ofWorst.isEmpty() && worked.length().compareTo(ENOUGH) > 0) return finding(check, Outcome.UNKNOWN, "could not look: Prometheus has no counts of the shoppers' journeys since the incident began");
            String problem = incidents.stream().filter(other -> other != worst)
                .map(other -> problem(worst, ofWorst, other, counts.getOrDefault(other.journey(), List.of()))).filter(text -> !text.isEmpty()).findFirst().orElse("");
            return finding(check, problem.isEmpty() ? Outcome.PASS : Outcome.FAIL, problem);
        } catch (MonitoringSilent e) {
            return finding(check, Outcome.UNKNOWN, "could not look: " + e.getMessage());
        }
    }

    private static String problem(Incident worst, List<JourneyCount> ofWorst, Incident other, List<JourneyCount> ofOther) {
        Instant helped = well(ofOther);
        Instant end = well(ofWorst);
        // What fails later has another reason, such as a restart.
        List<JourneyCount> waited = ofWorst.stream().filter(count -> count.failed() > 0 && count.at().isAfter(helped) && !count.at().isAfter(end)).toList();
        long failed = waited.stream().mapToLong(JourneyCount::failed).sum();
        boolean atOnce = waited.stream().noneMatch(count -> Duration.between(helped, count.at()).compareTo(MOMENT) >= 0);
        return atOnce || failed < TOO_OFTEN ? "" : "After '%s' worked again, '%s' still failed for %d customers in a row. What is done is done: ./lab reset starts over"
            .formatted(other.name(), worst.name(), failed);
    }

    /** When a journey was first seen to work. */
    private static Instant well(List<JourneyCount> counts) {
        return counts.stream().filter(count -> count.good() > 0).map(JourneyCount::at).findFirst().orElse(Instant.MAX);
    }

    private static Finding finding(String check, Outcome outcome, String message) { return new Finding(check, outcome, message, Duration.ZERO, false); }
}
