package oncall.grade;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers the questions of {@link DataProbe} as a database would that holds the same rows every time. */
public final class FakeTables implements UnaryOperator<String> {

    private static final Pattern MAX = Pattern.compile("SELECT 'max', '(\\w+)'");
    private static final Pattern TOTAL = Pattern.compile("SELECT 'total', '(\\w+)'(.*?) FROM ");
    private static final Pattern NAME = Pattern.compile(", '([\\w ]+)', ");
    private static final Pattern SAMPLE = Pattern.compile("SELECT 'sample', '(\\w+)', (\\d+),");

    private final String separator;
    private final long maxKey;
    private final Map<String, String> totals = new HashMap<>();
    private final Map<String, String> samples = new HashMap<>();
    private final Map<String, String> refusals = new TreeMap<>();

    FakeTables(String separator, long maxKey) {
        this.separator = separator;
        this.maxKey = maxKey;
    }

    /** @param total as "table.total" */
    public void total(String total, String value) {
        totals.put(total, value);
    }

    void sample(String table, int range, String digest) {
        samples.put(table + range, digest);
    }

    /** Whatever reads from the table fails as a whole. */
    void refuse(String table, String error) {
        refusals.put(table, error);
    }

    @Override
    public String apply(String command) {
        for (Map.Entry<String, String> refusal : refusals.entrySet()) {
            if (command.contains("FROM " + refusal.getKey() + " ")) {
                return "ERROR:  " + refusal.getValue();
            }
        }
        StringBuilder rows = new StringBuilder();
        MAX.matcher(command).results().forEach(max -> row(rows, "max", max.group(1), String.valueOf(maxKey)));
        Matcher total = TOTAL.matcher(command);
        while (total.find()) {
            StringBuilder values = new StringBuilder();
            NAME.matcher(total.group(2)).results().forEach(name -> values.append(separator).append(name.group(1))
                    .append(separator).append(totals.getOrDefault(total.group(1) + "." + name.group(1), "1000")));
            row(rows, "total", total.group(1) + values);
        }
        SAMPLE.matcher(command).results().forEach(sample -> row(rows, "sample", sample.group(1), sample.group(2),
                samples.getOrDefault(sample.group(1) + sample.group(2), "digest-" + sample.group(2))));
        return rows.toString();
    }

    private void row(StringBuilder rows, String... fields) {
        rows.append(String.join(separator, fields)).append('\n');
    }
}
