package oncall.session;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import oncall.level.Level;

/** Draws a level. None comes twice before all have come once. */
final class RandomLevel {
    private final RandomGenerator random;

    RandomLevel(RandomGenerator random) { this.random = random; }

    /**
     * @param played ids in the order in which they were played
     * @throws UsageProblem when there is no level of that difficulty
     */
    Level draw(List<Level> levels, List<String> played, OptionalInt difficulty) {
        List<Level> candidates = levels.stream().filter(level -> difficulty.isEmpty() || level.difficulty() == difficulty.getAsInt()).toList();
        if (candidates.isEmpty()) {
            throw new UsageProblem("There is no level of difficulty " + (difficulty.isPresent() ? difficulty.getAsInt() : "?") + ". There are: "
                + levels.stream().map(Level::difficulty).sorted().distinct().map(String::valueOf).collect(java.util.stream.Collectors.joining(", ")));
        }
        Set<String> thisRound = new LinkedHashSet<>();
        for (String id : played) {
            if (candidates.stream().noneMatch(level -> level.id().equals(id))) continue;
            thisRound.add(id);
            if (thisRound.size() == candidates.size()) thisRound.clear();
        }
        List<Level> left = candidates.stream().filter(level -> !thisRound.contains(level.id())).toList();
        // The first of a new round is not the last of the old one.
        if (thisRound.isEmpty() && left.size() > 1 && !played.isEmpty()) {
            String last = played.get(played.size() - 1);
            left = left.stream().filter(level -> !level.id().equals(last)).toList();
        }
        return left.get(random.nextInt(left.size()));
    }
}
