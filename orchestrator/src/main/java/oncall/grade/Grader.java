package oncall.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import oncall.level.Level;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/**
 * Judges a stage by running classes of checks, several checks at a time.
 *
 * <p>An {@link AssertionError} is a failure, an aborted check is skipped, and every other exception
 * means that nobody could look; such a check is tried once more. A failed check is looked at again
 * until it passes or the window for settling is over: services need a moment after a mend. While
 * services are still being started or stopped the window stays open for longer, within a limit. Checks
 * marked {@link Steady} are judged once.
 */
public final class Grader {

    /** How long failed checks are looked at again. */
    public static final Duration SETTLING = Duration.ofSeconds(8);

    /** How long at most, where services are still being started or stopped. */
    public static final Duration LONGEST_SETTLING = Duration.ofSeconds(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Duration settling;
    private final Duration longest;
    private final Predicate<Lab> unrest;

    /** With the usual window for settling. */
    public Grader() {
        this(SETTLING, LONGEST_SETTLING, Unrest::in);
    }

    /** @param settling how long failed checks are looked at again; zero for never */
    public Grader(Duration settling) {
        this(settling, settling, lab -> false);
    }

    Grader(Duration settling, Duration longest, Predicate<Lab> unrest) {
        this.settling = settling;
        this.longest = longest;
        this.unrest = unrest;
    }

    /** Runs every check of the classes; findings come in the order of classes and methods. */
    public List<Finding> judge(Lab lab, Class<?>... checks) {
        List<Finding> findings = judge(lab, CheckMethod::judgesMends, checks);
        return findings.isEmpty() ? List.of(nothingToCheck(checks)) : findings;
    }

    /**
     * The same where one failed check is enough. Those marked {@link Steady}, which try things out and take their time,
     * are left out where another check refuses already.
     *
     * @return empty where there is no check
     */
    public List<Finding> refuse(Lab lab, Class<?>... checks) {
        List<Finding> findings = new ArrayList<>(judge(lab, check -> check.judgesMends() && !check.steady(), checks));
        if (findings.stream().noneMatch(finding -> finding.outcome() == Outcome.FAIL)) {
            findings.addAll(judge(lab, check -> check.judgesMends() && check.steady(), checks));
        }
        return findings;
    }

    private List<Finding> judge(Lab lab, Predicate<CheckMethod> wanted, Class<?>... checks) {
        CheckRun run = new CheckRun(lab);
        Map<String, Judged> latest = first(run, wanted, checks);
        again(run, latest, select(latest, judged -> judged.is(Outcome.UNKNOWN)));
        long start = System.nanoTime();
        Set<String> unsettled = select(latest, Grader::mayPassYet);
        while (!unsettled.isEmpty() && maySettle(System.nanoTime() - start, lab) && !Thread.currentThread().isInterrupted()) {
            pause();
            again(run, latest, unsettled);
            Set<String> looked = unsettled;
            again(run, latest, select(latest, judged -> judged.is(Outcome.UNKNOWN) && looked.contains(judged.id())));
            unsettled = select(latest, Grader::mayPassYet);
        }
        return findings(latest);
    }

    /**
     * Judges the level's own checks and those of the whole stage. Where a machine cannot be reached,
     * or was rebooted meanwhile, the judgement is not conclusive.
     */
    public Judgement judge(String phase, Lab lab) {
        Reachability before = Reachability.of(lab);
        if (!before.unreachable().isEmpty()) {
            return new Judgement(phase, before.unreachable(), false);
        }
        List<Finding> findings = new ArrayList<>(judge(lab, CheckClasses.ofLevelAndStage(lab.level())));
        List<Finding> lost = Reachability.of(lab).lostSince(before);
        findings.addAll(lost);
        return new Judgement(phase, findings, lost.isEmpty());
    }

    /**
     * Runs only the level's {@link Symptom} checks until every one fails, or the time is over.
     *
     * @return the last findings; the fault is confirmed if there are some and all are {@link Outcome#FAIL}
     */
    public List<Finding> awaitSymptoms(Lab lab, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        Class<?> checks = CheckClasses.of(lab.level());
        CheckRun run = new CheckRun(lab);
        while (true) {
            Map<String, Judged> latest = first(run, CheckMethod::symptom, checks);
            if (latest.isEmpty()) {
                return List.of(nothingToCheck(checks));
            }
            boolean broken = latest.values().stream().allMatch(judged -> judged.is(Outcome.FAIL));
            if (broken || System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                return findings(latest);
            }
            pause();
        }
    }

    /** Whether one of the level's checks looks through a browser. */
    public static boolean looksInBrowser(Level level) {
        return Arrays.stream(CheckClasses.of(level).getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(InBrowser.class));
    }

    /** Runs only the level's {@link InBrowser} checks, once; where the host has no browser they are skipped. */
    public List<Finding> judgeInBrowser(Lab lab) {
        return findings(first(new CheckRun(lab), CheckMethod::inBrowser, CheckClasses.of(lab.level())));
    }

    private static Map<String, Judged> first(CheckRun run, Predicate<CheckMethod> wanted, Class<?>... checks) {
        Map<String, Judged> latest = new LinkedHashMap<>();
        run.run(Arrays.stream(checks).map(DiscoverySelectors::selectClass).toList(), wanted)
                .forEach(judged -> latest.put(judged.id(), judged));
        return latest;
    }

    private static void again(CheckRun run, Map<String, Judged> latest, Set<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        List<Judged> judged = run.run(ids.stream().map(DiscoverySelectors::selectUniqueId).toList(),
                CheckMethod::judgesMends);
        // A class which could not be set up had a finding of its own; now its checks have.
        latest.keySet().removeIf(id -> ids.contains(id)
                && judged.stream().anyMatch(one -> one.id().startsWith(id + "/")));
        judged.forEach(one -> latest.put(one.id(), one));
    }

    private static Set<String> select(Map<String, Judged> latest, Predicate<Judged> which) {
        return latest.values().stream().filter(which).map(Judged::id).collect(Collectors.toSet());
    }

    private boolean maySettle(long nanosSoFar, Lab lab) {
        return nanosSoFar < settling.toNanos() || nanosSoFar < longest.toNanos() && unrest.test(lab);
    }

    private static boolean mayPassYet(Judged judged) {
        return judged.is(Outcome.FAIL) && !judged.steady();
    }

    private static List<Finding> findings(Map<String, Judged> latest) {
        return latest.values().stream().map(Judged::finding).toList();
    }

    /** A level without checks must never count as mended. */
    private static Finding nothingToCheck(Class<?>... checks) {
        return new Finding(
                "there is something to check", Outcome.UNKNOWN,
                "could not look: no checks in " + Arrays.stream(checks).map(Class::getName)
                        .collect(Collectors.joining(", ")), Duration.ZERO, false);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
