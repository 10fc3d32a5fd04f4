package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractRecordsTest {
    private static final ContractVariant VARIANT = new ContractVariant("disk-full", 1, 42, Map.of("variant", "log"));

    @TempDir private Path folder;

    private ContractRecords records() { return new ContractRecords(folder.resolve("state/contract.jsonl")); }

    private static ContractRecord made(String inputs, String outcome) {
        return new ContractRecord(Instant.EPOCH, 3, inputs, VARIANT, List.of(new ContractPhase("disk-full", 42, 1, "idle", "red", outcome, 2.5, "why")));
    }

    @Test void findsWhatWasTriedWithTheSameInputs() {
        records().add(made("a", "red"));
        assertThat(records().find(VARIANT, List.of("a"))).contains(made("a", "red"));
        assertThat(records().latestSeed()).hasValue(3);
    }

    @Test void knowsNothingOfOtherInputsRoundsAndSeeds() {
        records().add(made("a", "red"));
        assertThat(records().find(VARIANT, List.of("b"))).isEmpty();
        assertThat(records().find(new ContractVariant("disk-full", 2, 42, Map.of()), List.of("a"))).isEmpty();
        assertThat(records().find(new ContractVariant("disk-full", 1, 43, Map.of()), List.of("a"))).isEmpty();
        assertThat(records().latestSeed()).isNotEmpty();
    }

    @Test void aFailureIsNotForgottenBecauseALaterTryPassed() {
        records().add(made("a", "green"));
        records().add(made("a", "red"));
        assertThat(records().find(VARIANT, List.of("a"))).map(ContractRecord::kept).contains(false);
    }

    @Test void aLineCutShortIsTriedAgain() throws Exception {
        records().add(made("a", "red"));
        Files.writeString(folder.resolve("state/contract.jsonl"), "{\"at\":\"2026-", StandardOpenOption.APPEND);
        assertThat(records().find(VARIANT, List.of("a"))).isPresent();
    }

    @Test void nothingIsKnownAtFirst() {
        assertThat(records().find(VARIANT, List.of("a"))).isEmpty();
        assertThat(records().latestSeed()).isEmpty();
    }

    @Test void whatWasTriedWithOtherInputsIsKnownWhereTheyAreVouchedFor() {
        records().add(made("a", "red"));
        assertThat(records().find(VARIANT, List.of("b", "a"))).map(ContractRecord::inputs).contains("a");
        records().add(made("b", "red"));
        assertThat(records().find(VARIANT, List.of("b", "a"))).map(ContractRecord::inputs).contains("b");
        records().add(made("a", "green"));
        assertThat(records().find(VARIANT, List.of("b", "a"))).map(ContractRecord::kept).as("a failure is not forgotten").contains(false);
    }
}
