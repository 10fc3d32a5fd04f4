package oncall.grade;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * The rows of a table that were settled when the baseline was taken: all that have a key up to
 * {@code maxKey}. Totals cover every one of them, digests of whole rows a fixed choice.
 *
 * @param totals by name
 * @param samples by range
 */
public record TableBaseline(String table, long maxKey, Map<String, String> totals, List<Sample> samples) {

    private static final int RANGES = 20;
    private static final int KEYS_PER_RANGE = 100;

    /** Keys, both inclusive. */
    public record Range(long from, long to) {}

    public record Sample(Range range, String digest) {}

    List<Range> ranges() {
        return samples.stream().map(Sample::range).toList();
    }

    /** What is different now, in a player's words; empty if nothing is. */
    Optional<String> difference(TableBaseline now) {
        String rows = totals.get(WatchedTable.ROWS);
        String rowsNow = now.totals.get(WatchedTable.ROWS);
        if (rows != null && rowsNow != null && !rows.equals(rowsNow)) {
            return Optional.of("of the %s rows that %s had before the incident, %s are there".formatted(
                    rows, table, rowsNow));
        }
        boolean sameTotals = totals.entrySet().stream().allMatch(total ->
                now.totals.getOrDefault(total.getKey(), total.getValue()).equals(total.getValue()));
        return sameTotals && samples.equals(now.samples) ? Optional.empty() : Optional.of(
                "rows of %s which are older than the incident have been changed".formatted(table));
    }

    /** The same choice every time, spread over the whole table. */
    static List<Range> choose(String table, long maxKey) {
        Random random = new Random(table.hashCode());
        long stride = Math.max(1, maxKey / RANGES);
        return LongStream.rangeClosed(0, maxKey / stride).map(i -> i * stride).filter(from -> from <= maxKey)
                .map(from -> from + random.nextLong(Math.max(1, stride - KEYS_PER_RANGE)))
                .mapToObj(from -> new Range(from, Math.min(maxKey, from + KEYS_PER_RANGE - 1)))
                .filter(range -> range.from() <= range.to())
                .limit(RANGES).toList();
    }
}
