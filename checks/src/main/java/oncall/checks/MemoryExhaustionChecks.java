package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Steady;
import oncall.grade.Symptom;
import oncall.health.UnitStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The app node serves its visitors from memory, and goes on doing so however many come. The first is measured in pages
 * that move between memory and disk while some visitors are served, the second follows from either of two facts: the
 * heaps fit the node side by side when they are full, or the back ends stop remembering more visitors at some number.
 * Where limits are set, and how much of one and how little of the other, is the player's business; that whoever asked for
 * the visitors still gets them is not. See
 * docs/decisions/0021-judging-resource-levels.md.
 */
@LabChecks
@Isolated
final class MemoryExhaustionChecks {

    private static final int SOME = 40;
    /** Of the recipients of the weekly letter, so many have been in the shop this morning. */
    private static final int KNOWN = 1000;
    /** One page of memory for each visitor: what is left of an earlier exhaustion comes back at a slower pace. */
    private static final long CALM = 2 * SOME;

    private static final int MANY = 300;
    /** A back end that has not stopped growing after so many times {@link #MANY} has no bound which matters. */
    private static final int ROUNDS = 3;

    // Two back ends, and a minute and forty seconds for each at the slowest.
    @Test
    @Symptom
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @DisplayName("visitors are served from memory, not from disk")
    void fromMemory(Lab lab) {
        long swapped = 0;
        for (String port : BackEnds.ALL) {
            Visitors visitors = Visitors.returning(lab, port, SOME, KNOWN);
            assertThat(visitors.answered())
                    .withFailMessage("Of %d visitors who came back to back end %s, %d were shown their offer",
                            visitors.count(), port, visitors.answered())
                    .isEqualTo(visitors.count());
            swapped += visitors.swapped();
        }
        assertThat(swapped)
                .withFailMessage("While %d visitors were shown their offer, the app node moved %,d pages of memory to "
                        + "disk or back", BackEnds.ALL.size() * SOME, swapped)
                .isLessThanOrEqualTo(CALM);
    }

    // Up to six times as many visitors as a node that swaps can serve in a minute.
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @Steady
    @DisplayName("the shop's programs fit the app node, however many visitors come")
    void fits(Lab lab) {
        MemoryReading memory = MemoryReading.take(lab);
        if (memory.fits()) {
            return;
        }
        for (String port : BackEnds.ALL) {
            assertThat(stopsGrowing(lab, port))
                    .withFailMessage("When they have grown as far as they may, the shop's programs and the system need "
                            + "%s on the app node; and after %d more visitors back end %s was still keeping "
                            + "something for each of them", memory, MANY * ROUNDS, port)
                    .isTrue();
        }
    }

    @Test
    @DisplayName("the weekly letter is still prepared")
    void letter(Lab lab) {
        assumeTrue(lab.faulty(), "nobody prepared a letter before the incident");
        List<UnitStatus> units = UnitStatus.parse(lab.on("ops").output(UnitStatus.COMMAND + "weekly-letter.service"));
        assertThat(units)
                .withFailMessage("The weekly letter, which goes out today, is no longer being prepared")
                .isNotEmpty().allMatch(UnitStatus::running);
        assertThat(units)
                .withFailMessage("The weekly letter is being prepared now, and would not be after the next boot of ops")
                .allMatch(UnitStatus::enabled);
    }

    private static boolean stopsGrowing(Lab lab, String port) {
        for (int round = 0; round < ROUNDS; round++) {
            Visitors visitors = Visitors.fresh(lab, port, MANY);
            assertThat(visitors.answered())
                    .withFailMessage("Of %d new visitors, back end %s answered %d", MANY, port, visitors.answered())
                    .isGreaterThan(MANY / 2);
            // Fewer than before, or unknown, tells nothing: a full heap lets go of what it could find again.
            if (visitors.kept() >= 0 && visitors.kept() < visitors.answered() / 2) {
                return true;
            }
        }
        return false;
    }
}
