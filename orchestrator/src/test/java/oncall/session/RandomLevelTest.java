package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import oncall.level.Level;
import oncall.level.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomLevelTest {
    private final List<Level> levels = List.of(level("a", 1), level("b", 2), level("c", 2), level("d", 3));

    private static Level level(String id, int difficulty) {
        return new Level(id, Path.of(id), id, Severity.SEV3, difficulty, "", "", List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), false);
    }

    @ParameterizedTest @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noneComesTwiceBeforeAllCameOnce(long seed) {
        RandomLevel random = new RandomLevel(new Random(seed));
        List<String> played = new ArrayList<>();
        for (int i = 0; i < 3 * levels.size(); i++) played.add(random.draw(levels, played, OptionalInt.empty()).id());
        for (int round = 0; round < 3; round++) assertThat(new HashSet<>(played.subList(4 * round, 4 * round + 4))).hasSize(4);
        for (int i = 1; i < played.size(); i++) assertThat(played.get(i)).isNotEqualTo(played.get(i - 1));
    }

    @Test void difficultyNarrowsTheChoice() {
        RandomLevel random = new RandomLevel(new Random(1));
        assertThat(random.draw(levels, List.of("b"), OptionalInt.of(2)).id()).isEqualTo("c");
        assertThatThrownBy(() -> random.draw(levels, List.of(), OptionalInt.of(5))).isInstanceOf(UsageProblem.class).hasMessageContaining("1, 2, 3");
    }

    @Test void levelsThatAreGoneDoNotCount() {
        assertThat(new RandomLevel(new Random(1)).draw(levels.subList(0, 1), List.of("old", "a"), OptionalInt.empty()).id()).isEqualTo("a");
    }
}
