package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import oncall.grade.Lab;

/**
 * What the shop's programs may take at most, and what there is on the app node.
 *
 * @param physical bytes of the node
 * @param heaps largest heap of each running program in bytes, as it says itself, by its port
 */
record MemoryReading(long physical, Map<String, Long> heaps) {

    private static final long MIB = 1 << 20;
    /** Classes, compiled code, stacks and buffers of one JVM; 80 to 110 MB were measured. */
    private static final long BESIDE_EACH_HEAP = 100 * MIB;
    /** The kernel, the system's services, and the pages of files without which every program crawls. */
    private static final long SYSTEM = 200 * MIB;

    private static final int PROGRAMS = 3;
    private static final Duration LIMIT = Duration.ofSeconds(210);

    /* A program which is just being restarted is waited for. */
    private static final String SCRIPT = """
            awk '/^MemTotal/ { printf "physical %.0f\\n", $2 * 1024 }' /proc/meminfo
            for port in 8081 8082 8090; do
                curl -s -m 20 --retry 15 --retry-delay 3 --retry-max-time 45 --retry-connrefused \
            "http://127.0.0.1:$port/metrics" |
                    awk -v port=$port '/^jvm_memory_max_bytes/ { printf "%s %.0f\\n", port, $2 }'
            done
            """;

    /** Fails where one of the programs does not tell. */
    static MemoryReading take(Lab lab) {
        MemoryReading reading = parse(lab.on("app").run(SCRIPT, LIMIT).orThrow().out());
        assertThat(reading.heaps)
                .withFailMessage("Of the shop's three programs on the app node, only %s tell how they are",
                        reading.heaps.isEmpty() ? "none" : "those on the ports " + reading.heaps.keySet())
                .hasSize(PROGRAMS);
        return reading;
    }

    static MemoryReading parse(String text) {
        Map<String, Long> values = new TreeMap<>(text.lines().map(line -> line.split(" "))
                .collect(Collectors.toMap(fields -> fields[0], fields -> Long.parseLong(fields[1]))));
        long physical = values.remove("physical");
        return new MemoryReading(physical, values);
    }

    /** What all programs together need with full heaps. */
    long needed() {
        return heaps.values().stream().mapToLong(heap -> heap + BESIDE_EACH_HEAP).sum() + SYSTEM;
    }

    boolean fits() {
        return needed() <= physical;
    }

    @Override
    public String toString() {
        return "%d MB of %d MB".formatted(needed() / MIB, physical / MIB);
    }
}
