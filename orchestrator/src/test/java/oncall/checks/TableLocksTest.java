package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableLocksTest {

    private final List<List<String>> rows = new ArrayList<>();

    @Test
    void aTransactionWhichIsMetAgainAndAgainLasts() {
        for (int look = 0; look < 5; look++) {
            met(look, 41, "1000.5", "f");
            met(look, 42, "1001.5", "t");
        }
        TableLocks locks = TableLocks.parse(rows, 5);

        assertThat(locks.lasting()).extracting(TableLocks.Session::pid).containsExactlyInAnyOrder(41, 42);
        assertThat(locks.summary()).isEqualTo("1 kept it, 1 waited");
    }

    @Test
    void manyShortTransactionsOfOneSessionDoNot() {
        for (int look = 0; look < 5; look++) {
            met(look, 41, "100" + look, "f");
        }

        assertThat(TableLocks.parse(rows, 5).lasting()).isEmpty();
    }

    @Test
    void aStatementWhichIsMetTwiceDoesNot() {
        met(1, 41, "1000", "f");
        met(2, 41, "1000", "f");

        assertThat(TableLocks.parse(rows, 5).lasting()).isEmpty();
    }

    @Test
    void oneSessionWithSeveralLocksCountsOnceALook() {
        for (int lock = 0; lock < 9; lock++) {
            met(0, 41, "1000", "f");
        }

        assertThat(TableLocks.parse(rows, 5).lasting()).isEmpty();
    }

    @Test
    void nobodyIsMetOnAQuietTable() {
        rows.add(List.of(""));

        assertThat(TableLocks.parse(rows, 5).lasting()).isEmpty();
        assertThat(TableLocks.parse(rows, 5).looks()).hasSize(5);
    }

    @Test
    void whoeverHasTheTableAloneForASecondIsInTheWayInWhateverTransaction() {
        for (int glance = 0; glance < 3; glance++) {
            rows.add(List.of("alone"));
        }
        assertThat(TableLocks.parse(rows, 10).inTheWay()).as("a change of its description, seen by chance").isFalse();
        rows.add(List.of("alone"));

        TableLocks locks = TableLocks.parse(rows, 10);
        assertThat(locks.inTheWay()).isTrue();
        assertThat(locks.lasting()).isEmpty();
        assertThat(locks.summary()).isEqualTo("0 kept it, 0 waited, and at 4 of 50 glances somebody had it alone");
    }

    @Test
    void whatLastsIsInTheWay() {
        for (int look = 0; look < 4; look++) {
            met(look, 41, "1000.5", "f");
        }

        assertThat(TableLocks.parse(rows, 5).inTheWay()).isTrue();
    }

    private void met(int look, int pid, String transaction, String waits) {
        rows.add(List.of("look", String.valueOf(look), String.valueOf(pid), transaction, waits));
        // What the pause between two looks prints.
        rows.add(List.of(""));
    }
}
