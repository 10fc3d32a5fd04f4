package oncall.checks;

import java.time.Duration;
import oncall.grade.Lab;
import oncall.remote.CommandResult;

/**
 * What it meant for the app node that some visitors came, one after the other, to one of its back ends.
 *
 * @param count how many came
 * @param answered how many of them were shown something
 * @param kept by how much the number of visitors whom the back end remembers has grown; less than zero where that is not known
 * @param swapped pages of memory that the node has moved to disk or back meanwhile
 */
record Visitors(int count, int answered, long kept, long swapped) {

    private static final Duration PATIENCE = Duration.ofSeconds(75);

    /* Nobody who comes is waited for longer than a customer would. */
    static final String SCRIPT = """
            swapped() { awk '/^pswp(in|out) / { n += $2 } END { printf "%%.0f", n }' /proc/vmstat; }
            kept() {
                metrics=$(curl -sf -m 20 http://127.0.0.1:%1$s/metrics) || return
                printf '%%s' "$metrics" | awk '/^shop_cache_entries.*offers/ { n = $2 } END { printf "%%.0f", n }'
            }
            before=$(kept) swapped=$(swapped)
            answered=$(timeout 60 curl -s -m 15 -o /dev/null -w '%%{http_code}\\n' \
            'http://127.0.0.1:%1$s/api/badge?visitor=%2$s-[%3$d-%4$d]' | grep -c '^200')
            swapped=$(( $(swapped) - swapped ))
            after=$(kept) grown=-1
            [ -z "$before" ] || [ -z "$after" ] || grown=$((after - before))
            echo "$answered $grown $swapped"
            """;

    /** Visitors who have never been here. */
    static Visitors fresh(Lab lab, String port, int count) {
        return send(lab, port, "guest-%08x".formatted(lab.random().nextInt()), 1, count);
    }

    /** Recipients of the weekly letter, of whom {@code known} are known to the stage's own traffic. */
    static Visitors returning(Lab lab, String port, int count, int known) {
        return send(lab, port, "letter", 1 + lab.random().nextInt(known - count), count);
    }

    private static Visitors send(Lab lab, String port, String name, int from, int count) {
        CommandResult result = lab.on("app").run(SCRIPT.formatted(port, name, from, from + count - 1), PATIENCE.plusSeconds(45));
        return parse(count, result.orThrow().out());
    }

    static Visitors parse(int count, String text) {
        String[] fields = text.strip().split(" ");
        return new Visitors(count, Integer.parseInt(fields[0]), Long.parseLong(fields[1]), Long.parseLong(fields[2]));
    }
}
