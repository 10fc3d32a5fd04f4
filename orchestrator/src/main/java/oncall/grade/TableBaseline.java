package oncall.grade;

import java.util.List;

/**
 * The rows of a table, up to the largest id that it then had.
 *
 * @param totals counts and sums over all of them, by name
 * @param samples digests of whole rows in ranges of ids
 */
public record TableBaseline(
        String machine, String database, String table, long maxId, List<Total> totals, List<Sample> samples) {

    public record Total(String name, String value) {}

    /** Both ids inclusive. */
    public record Sample(long fromId, long toId, String digest) {}
}
