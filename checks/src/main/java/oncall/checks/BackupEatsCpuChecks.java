package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Steady;
import oncall.grade.Symptom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Customers have the app node's processor to themselves when they are awake, and the database is still backed up every
 * day. The job is looked for on all machines, by what it does (whatever dumps a PostgreSQL database), so that it may be
 * moved, renamed and rewritten; then it is started as its schedule would start it, and what it writes is read. See
 * docs/decisions/0021-judging-resource-levels.md.
 */
@LabChecks
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 20, unit = TimeUnit.MINUTES)
final class BackupEatsCpuChecks {

    /** Per cent of the processor. A healthy node's services, its monitoring among them, take less than 10. */
    private static final int MOST_FOR_OTHERS = 30;
    private static final Duration LONGEST_GAP = Duration.ofHours(25);
    /** Customers' requests pass through these before any database is asked. */
    private static final Set<String> CUSTOMERS_FIRST = Set.of("app", "proxy");
    private static final int MOST_AT_FULL_PRIORITY = 50;
    private static final int MONTHS = 3;
    private static final String NO_JOB_YET = "nobody had set up a backup before the incident";

    private List<BackupJob> jobs;
    private List<BackupRun> runs;
    private IllegalStateException unfinished;

    @Test
    @Order(1)
    @Symptom
    @DisplayName("the app node's processor is there for customers")
    void processor(Lab lab) {
        CpuReading reading = CpuReading.take(lab.on("app"));
        assertThat(reading.others())
                .withFailMessage("On the app node %d %% of the processor go to something else than customers' "
                        + "requests, on equal terms with them", reading.others())
                .isLessThanOrEqualTo(MOST_FOR_OTHERS);
    }

    /** Steady, since an interval that nothing but the job itself knows is waited for. */
    @Test
    @Order(2)
    @Steady
    @DisplayName("the database is backed up every day, and not all day long")
    void schedule(Lab lab) {
        assumeTrue(lab.faulty(), NO_JOB_YET);
        List<BackupJob> found = BackupJob.find(lab);
        jobs = List.of();
        assertThat(found)
                .withFailMessage("Nothing on any machine starts a backup of the shop's database any more")
                .isNotEmpty();
        long perDay = found.stream().mapToLong(job -> job.schedule().perDay()).sum();
        assertThat(perDay)
                .withFailMessage("As things stand, the shop's database is backed up about %,d times a day", perDay)
                .isLessThanOrEqualTo(BackupRun.MOST_PER_DAY);
        assertThat(found)
                .withFailMessage("As things stand, there will be days without a backup of the shop's database")
                .anyMatch(job -> job.schedule().longestGap().compareTo(LONGEST_GAP) <= 0);
        jobs = found;
    }

    @Test
    @Order(3)
    @Steady
    @DisplayName("a backup that is started now succeeds, and holds what must not be lost")
    void succeeds(Lab lab) {
        BackupRun last = run(lab);
        assertThat(last.archives())
                .withFailMessage("A backup was started on %s, the way its schedule does it, and left no new file in %s "
                        + "there", last.job().machine(), Archive.STORE)
                .isPositive();
        assertThat(last.missing())
                .withFailMessage("A backup was started on %s, the way its schedule does it; in what it left in %s cannot be "
                        + "found: %s", last.job().machine(), Archive.STORE, String.join(", ", last.missing()))
                .isEmpty();
    }

    @Test
    @Order(4)
    @Steady
    @DisplayName("a backup that is started now is not followed by others all day long")
    void comesToAnEnd(Lab lab) {
        run(lab);
        List<String> startedOver = runs.stream().filter(BackupRun::startsOver).map(started -> started.job().machine()).distinct().toList();
        assertThat(startedOver)
                .withFailMessage("A backup was started on %s, the way its schedule does it; when it was made, the next one "
                        + "followed, and so it goes on", String.join(" and ", startedOver))
                .isEmpty();
    }

    @Test
    @Order(5)
    @Steady
    @DisplayName("a backup steps back where customers want the processor")
    void stepsBack(Lab lab) {
        BackupRun last = run(lab);
        if (CUSTOMERS_FIRST.contains(last.job().machine()) && !last.job().schedule().atNightOnly()) {
            assertThat(last.atFullPriority())
                    .withFailMessage("A backup may run while customers are awake, and took %d %% of its processor time on "
                            + "%s on equal terms with their requests", last.atFullPriority(), last.job().machine())
                    .isLessThanOrEqualTo(MOST_AT_FULL_PRIORITY);
        }
    }

    @Test
    @Order(6)
    @Steady
    @DisplayName("the backups of earlier months can still be read")
    void earlierMonths(Lab lab) {
        assumeTrue(lab.faulty(), NO_JOB_YET);
        long readable = lab.stage().names().stream().mapToLong(machine -> Archive.readable(lab.on(machine), "monthly")).sum();
        assertThat(readable)
                .withFailMessage("Of the backups of the last %d months, %d are there and can be read", MONTHS, readable)
                .isGreaterThanOrEqualTo(MONTHS);
    }

    /** Each job is started once for all checks, since it takes as long as it takes; the one that counts is a whole one. */
    private BackupRun run(Lab lab) {
        if (jobs == null) {
            // Judged again without the others.
            schedule(lab);
        }
        assumeTrue(!jobs.isEmpty(), "there is no schedule to start a backup by");
        if (unfinished != null) {
            throw unfinished;
        }
        if (runs == null) {
            try {
                runs = jobs.stream().map(job -> BackupRun.start(lab, job)).toList();
            } catch (IllegalStateException longest) {
                unfinished = longest;
                throw longest;
            }
        }
        return runs.stream().filter(BackupRun::complete).findFirst().orElse(runs.get(runs.size() - 1));
    }
}
