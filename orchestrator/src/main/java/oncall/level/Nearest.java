package oncall.level;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody probably meant to type. */
final class Nearest {

    private Nearest() {}

    /** The known word with the fewest typing errors, if these are fewer than half of its letters. */
    static Optional<String> to(String typed, List<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .min(Comparator.comparingInt(word -> distance.apply(typed, word)))
                .filter(word -> distance.apply(typed, word) * 2 < word.length());
    }
}
