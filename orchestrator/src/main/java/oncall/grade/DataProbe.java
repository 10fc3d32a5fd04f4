package oncall.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import oncall.grade.TableBaseline.Range;
import oncall.grade.TableBaseline.Sample;
import oncall.health.SqlProbe;
import oncall.health.SqlReading;
import oncall.remote.Remote;

/** Sums up tables, all those of one database in one go: to begin a session is dear on an emulated CPU. */
final class DataProbe {

    /** Nobody judges speed here; who is blocked is told so much earlier. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Function<String, Remote> remotes;

    DataProbe(Function<String, Remote> remotes) {
        this.remotes = remotes;
    }

    /**
     * The settled rows of all watched tables.
     *
     * @throws IllegalStateException when a database refuses
     */
    Map<String, TableBaseline> capture() {
        Map<String, TableBaseline> tables = new TreeMap<>();
        for (WatchedTable.Dialect dialect : WatchedTable.Dialect.values()) {
            List<WatchedTable> watched = WatchedTable.ALL.stream().filter(one -> one.dialect() == dialect).toList();
            SqlReading settled = ask(dialect, watched.stream().map(WatchedTable::settledSql).toList());
            List<TableBaseline> empty = watched.stream().map(table -> {
                long maxKey = settled.rows().stream().filter(row -> row.get(1).equals(table.name()))
                        .mapToLong(row -> Long.parseLong(row.get(2))).findFirst().orElseThrow();
                return unread(table.name(), maxKey, TableBaseline.choose(table.name(), maxKey));
            }).toList();
            parse(empty, ask(dialect, statements(empty))).forEach(table -> tables.put(table.table(), table));
        }
        return tables;
    }

    /**
     * Looks at the same rows again.
     *
     * @return what is different, in a player's words; empty if nothing is
     */
    List<String> differences(List<TableBaseline> before) {
        List<String> differences = new ArrayList<>();
        for (WatchedTable.Dialect dialect : WatchedTable.Dialect.values()) {
            List<TableBaseline> tables = before.stream()
                    .filter(table -> watched(table.table()).dialect() == dialect).toList();
            Optional<List<TableBaseline>> now = tables.isEmpty() ? Optional.of(List.of()) : read(dialect, tables);
            if (now.isPresent()) {
                for (int i = 0; i < tables.size(); i++) {
                    tables.get(i).difference(now.get().get(i)).ifPresent(differences::add);
                }
            } else if (tables.size() == 1) {
                differences.add("the table %s cannot be read at the moment".formatted(tables.get(0).table()));
            } else {
                // One of them refuses, or all do: each for itself tells.
                tables.forEach(table -> differences.addAll(differences(List.of(table))));
            }
        }
        return differences;
    }

    private Optional<List<TableBaseline>> read(WatchedTable.Dialect dialect, List<TableBaseline> wanted) {
        SqlReading reading = probe(dialect).query(String.join("\n", statements(wanted)), LIMIT);
        return reading.ok() ? Optional.of(parse(wanted, reading)) : Optional.empty();
    }

    private SqlReading ask(WatchedTable.Dialect dialect, List<String> statements) {
        SqlReading reading = probe(dialect).query(String.join("\n", statements), LIMIT);
        if (!reading.ok()) {
            throw new IllegalStateException("the database refuses to tell its healthy state: " + reading.error());
        }
        return reading;
    }

    private SqlProbe probe(WatchedTable.Dialect dialect) {
        return switch (dialect) {
            case POSTGRES -> SqlProbe.postgres(remotes.apply("postgres"), "shop");
            case MYSQL -> SqlProbe.mysql(remotes.apply("mysql"), "billing");
        };
    }

    private static List<String> statements(List<TableBaseline> tables) {
        return tables.stream().map(table -> watched(table.table()).totalsSql(table.maxKey()) + "\n"
                + watched(table.table()).samplesSql(table.ranges())).toList();
    }

    private static List<TableBaseline> parse(List<TableBaseline> wanted, SqlReading reading) {
        return wanted.stream().map(table -> {
            Map<String, String> totals = new TreeMap<>();
            Map<String, String> digests = new HashMap<>();
            reading.rows().stream().filter(row -> row.size() > 2 && row.get(1).equals(table.table())).forEach(row -> {
                if (row.get(0).equals("total")) {
                    for (int i = 2; i + 1 < row.size(); i += 2) {
                        totals.put(row.get(i), row.get(i + 1));
                    }
                } else {
                    digests.put(row.get(2), row.get(3));
                }
            });
            List<Sample> samples = new ArrayList<>();
            for (Range range : table.ranges()) {
                samples.add(new Sample(range, digests.getOrDefault(String.valueOf(samples.size()), "")));
            }
            return new TableBaseline(table.table(), table.maxKey(), totals, samples);
        }).toList();
    }

    private static TableBaseline unread(String table, long maxKey, List<Range> ranges) {
        return new TableBaseline(table, maxKey, Map.of(),
                ranges.stream().map(range -> new Sample(range, "")).toList());
    }

    private static WatchedTable watched(String table) {
        return WatchedTable.ALL.stream().filter(one -> one.name().equals(table)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no watched table " + table));
    }
}
