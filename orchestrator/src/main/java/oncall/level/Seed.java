package oncall.level;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One variant of an incident: a number, and the values which follow from it for one level. */
public record Seed(long number, Map<String, String> values) {

    public Seed {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The values as a script sees them: {@code SEED_} and the key in capitals, dashes as underscores. */
    public Map<String, String> environment() {
        return values.entrySet().stream().collect(Collectors.toMap(
                entry -> variable(entry.getKey()), Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    /**
     * The value drawn for a key.
     *
     * @throws IllegalArgumentException when the level has no such key
     */
    public String get(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no seed key '" + key + "'; the level has " + values.keySet());
        }
        return value;
    }

    static String variable(String key) {
        return "SEED_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Each key draws on its own, so that a key which is added later leaves the others as they were. */
    static String draw(long number, String key, List<String> choices) {
        return choices.get(new Random(mix(number + mix(key.hashCode()))).nextInt(choices.size()));
    }

    /** SplitMix64's finaliser: neighbouring seeds of java.util.Random draw alike without it. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
