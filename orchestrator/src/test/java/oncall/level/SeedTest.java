package oncall.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeedTest {

    private static final Map<String, List<String>> CHOICES = Map.of(
            "variant", List.of("a", "b"), "port", List.of("1", "2", "3"), "decoy-path", List.of("x", "y", "z", "w"));

    /** A seed is written down in reports: the same number must mean the same incident in every release. */
    @Test
    void drawsTheSameInEveryRelease() {
        assertThat(level(CHOICES).seed(1).values())
                .isEqualTo(Map.of("decoy-path", "w", "port", "1", "variant", "a"));
        assertThat(level(CHOICES).seed(42).values())
                .isEqualTo(Map.of("decoy-path", "w", "port", "2", "variant", "b"));
        assertThat(level(CHOICES).seed(-7_000_000_000L).values())
                .isEqualTo(Map.of("decoy-path", "w", "port", "1", "variant", "b"));
    }

    @Test
    void aNewKeyLeavesTheOthersAsTheyWere() {
        Map<String, List<String>> fewer = Map.of("variant", CHOICES.get("variant"), "port", CHOICES.get("port"));

        for (long number = 0; number < 50; number++) {
            assertThat(level(CHOICES).seed(number).values()).containsAllEntriesOf(level(fewer).seed(number).values());
        }
    }

    @Test
    void neighbouringNumbersDrawEveryValue() {
        Level level = level(CHOICES);

        CHOICES.forEach((key, values) -> assertThat(
                LongStream.range(0, 40).mapToObj(number -> level.seed(number).get(key))).containsAll(values));
    }

    @Test
    void findsASeedForEachVariant() {
        List<Seed> variants = level(CHOICES).variants();

        assertThat(variants).hasSize(2 * 3 * 4).extracting(Seed::values).doesNotHaveDuplicates();
        assertThat(variants).extracting(Seed::number).isSorted().first().isEqualTo(1L);
        assertThat(level(Map.of()).variants()).extracting(Seed::number).containsExactly(1L);
    }

    @Test
    void namesTheVariablesOfScripts() {
        assertThat(new Seed(3, Map.of("variant", "a", "decoy-path", "/tmp")).environment())
                .isEqualTo(Map.of("SEED_VARIANT", "a", "SEED_DECOY_PATH", "/tmp"));
    }

    @Test
    void listsItsKeysWhenAskedForAnother() {
        assertThatThrownBy(() -> new Seed(3, Map.of("variant", "a")).get("port"))
                .hasMessage("no seed key 'port'; the level has [variant]");
    }

    private static Level level(Map<String, List<String>> choices) {
        return new Level("x", Path.of("x"), "", Severity.SEV1, 1, "", "", List.of(), List.of(), List.of(), choices,
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);
    }
}
