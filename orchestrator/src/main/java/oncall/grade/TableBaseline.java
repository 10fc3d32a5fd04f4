package oncall.grade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import oncall.health.SqlProbe;
import oncall.health.SqlReading;
import oncall.remote.Remote;

/**
 * The rows of a table that were settled when the baseline was taken: all that have a key up to
 * {@code maxKey}. Counts and sums cover every one of them, digests of whole rows a fixed choice.
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

    static TableBaseline capture(WatchedTable table, Remote remote) {
        SqlProbe probe = table.probe(remote);
        long maxKey = Long.parseLong(asked(probe, table.settled()).single());
        List<Range> ranges = ranges(table.name(), maxKey);
        return new TableBaseline(table.name(), maxKey,
                totals(table, asked(probe, table.totalsSql(maxKey))),
                samples(ranges, asked(probe, table.samplesSql(ranges))));
    }

    /**
     * Looks at the same rows again.
     *
     * @return what is different, in a player's words; empty if nothing is
     * @throws oncall.remote.RemoteUnreachable when the database's machine cannot be asked
     */
    Optional<String> difference(WatchedTable watched, Remote remote) {
        SqlProbe probe = watched.probe(remote);
        SqlReading now = probe.query(watched.totalsSql(maxKey));
        if (!now.ok()) {
            return Optional.of("the table %s cannot be read at the moment".formatted(table));
        }
        Map<String, String> totalsNow = totals(watched, now);
        String rowsBefore = totals.get("rows");
        String rowsNow = totalsNow.get("rows");
        if (!Objects.equals(rowsBefore, rowsNow)) {
            return Optional.of("of the %s rows that %s had before the incident, %s are there".formatted(
                    rowsBefore, table, rowsNow));
        }
        if (!totals.equals(totalsNow)) {
            return Optional.of("rows of %s which are older than the incident have been changed".formatted(table));
        }
        SqlReading digests = probe.query(watched.samplesSql(samples.stream().map(Sample::range).toList()));
        if (!digests.ok()) {
            return Optional.of("the table %s cannot be read at the moment".formatted(table));
        }
        return samples(samples.stream().map(Sample::range).toList(), digests).equals(samples)
                ? Optional.empty()
                : Optional.of("rows of %s which are older than the incident have been changed".formatted(table));
    }

    /** The same choice every time, spread over the whole table. */
    private static List<Range> ranges(String table, long maxKey) {
        Random random = new Random(table.hashCode());
        long stride = Math.max(1, maxKey / RANGES);
        return LongStream.rangeClosed(0, maxKey / stride).map(i -> i * stride).filter(from -> from <= maxKey)
                .map(from -> from + random.nextLong(Math.max(1, stride - KEYS_PER_RANGE)))
                .mapToObj(from -> new Range(from, Math.min(maxKey, from + KEYS_PER_RANGE - 1)))
                .filter(range -> range.from() <= range.to())
                .limit(RANGES).toList();
    }

    private static SqlReading asked(SqlProbe probe, String sql) {
        SqlReading reading = probe.query(sql);
        if (!reading.ok()) {
            throw new IllegalStateException("the database refuses to tell its healthy state: " + reading.error());
        }
        return reading;
    }

    private static Map<String, String> totals(WatchedTable table, SqlReading reading) {
        Map<String, String> totals = new LinkedHashMap<>();
        for (int i = 0; i < table.totals().size(); i++) {
            totals.put(table.totals().get(i).name(), reading.rows().get(0).get(i));
        }
        return totals;
    }

    private static List<Sample> samples(List<Range> ranges, SqlReading reading) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            samples.add(new Sample(ranges.get(i), reading.rows().get(i).get(1)));
        }
        return samples;
    }
}
