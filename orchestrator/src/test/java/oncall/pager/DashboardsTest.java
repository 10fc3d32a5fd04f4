package oncall.pager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The dashboards ask for what there is: metrics, jobs, alerts and thresholds are those of the stage. */
class DashboardsTest {
    private static final Path PROMETHEUS = Path.of("provisioning/roles/ops/files/etc/prometheus");
    private static final Path DASHBOARDS = PROMETHEUS.resolve("dashboards");
    private static final Path SHOP = Path.of("provisioning/shop/src/main/java");
    private static final Path METRICS = Path.of("orchestrator/src/test/resources/oncall/dashboards/metrics.txt");
    private static final String OVERVIEW = "overview";
    /** What Micrometer adds to a meter's name. */
    private static final Pattern SUFFIX = Pattern.compile("_(total|count|sum|max|bytes|seconds)$");
    private static final Set<String> KEYWORDS = Set.of("and", "or", "unless", "on", "by", "without", "ignoring", "bool", "offset");

    /** Of each kind of thing on a page: the words that the script reads. */
    private static final Map<String, Set<String>> WORDS = Map.of(
        "", Set.of("title", "lead", "jobs", "alerts", "stats", "charts"),
        "stats", Set.of("title", "unit", "query", "above", "below", "note"),
        "charts", Set.of("title", "unit", "series", "note", "stacked", "atLeast", "max", "none", "threshold"),
        "series", Set.of("query", "legend", "limit"));

    /** By name. */
    private final Map<String, JsonNode> pages = new TreeMap<>();

    @BeforeEach void read() throws IOException {
        for (Path file : files(DASHBOARDS.resolve("pages"))) pages.put(file.getFileName().toString().replace(".json", ""), new ObjectMapper().readTree(file.toFile()));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        for (Path file : files(PROMETHEUS.resolve("rules"))) {
            new YAMLMapper().readTree(file.toFile()).path("groups").forEach(group -> group.path("rules").forEach(rules::add));
        }
        return rules;
    }

    private List<JsonNode> charts() { return pages.values().stream().flatMap(page -> elements(page.path("charts"))).toList(); }

    private List<JsonNode> stats() { return pages.values().stream().flatMap(page -> elements(page.path("stats"))).toList(); }

    private static Stream<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements.stream();
    }

    /** As the script asks them over a short time, and over a long one. */
    private List<String> queries(int step) {
        return Stream.concat(stats().stream(), charts().stream().flatMap(chart -> elements(chart.path("series")))).map(one -> one.path("query").asText()
            .replace("$window", Math.max(120, step) + "s").replace("$long", Math.max(300, step) + "s").replace("$step", Math.max(30, step) + "s")).toList();
    }

    @Test void theIndexLeadsToEachPageAndTellsItsTitle() throws IOException {
        Map<String, String> links = Pattern.compile("<a href=\"#([a-z]+)\">([^<]+)</a>").matcher(Files.readString(DASHBOARDS.resolve("index.html"))).results()
            .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
        Map<String, String> titles = new TreeMap<>();
        pages.forEach((name, page) -> titles.put(name, page.path("title").asText()));
        titles.remove(OVERVIEW);
        assertThat(links).hasSizeGreaterThan(5).isEqualTo(titles);
        assertThat(pages).containsKey(OVERVIEW);
    }

    @Test void pagesSayOnlyWhatTheScriptReads() throws IOException {
        Set<String> units = Pattern.compile("(?m)^  \"?([a-z ]+?)\"?[:,]").matcher(Files.readString(DASHBOARDS.resolve("js/units.js")).split("export const UNITS")[1])
            .results().map(match -> match.group(1)).collect(Collectors.toSet());
        pages.values().forEach(page -> assertThat(WORDS.get("")).containsAll(page::fieldNames));
        assertThat(stats()).isNotEmpty().allSatisfy(stat -> assertThat(WORDS.get("stats")).containsAll(stat::fieldNames));
        assertThat(charts()).isNotEmpty().allSatisfy(chart -> {
            assertThat(WORDS.get("charts")).containsAll(chart::fieldNames);
            assertThat(elements(chart.path("series")).toList()).isNotEmpty().allSatisfy(series -> assertThat(WORDS.get("series")).containsAll(series::fieldNames));
        });
        assertThat(Stream.concat(stats().stream(), charts().stream()).toList()).allSatisfy(one -> {
            assertThat(one.path("title").asText()).as("%s", one).isNotBlank();
            assertThat(one.path("unit").asText()).as("%s", one).isIn(units);
        });
    }

    @Test void eachAlertIsSeenOnAPage() throws IOException {
        Set<String> alerts = new TreeSet<>();
        for (JsonNode rule : rules()) if (rule.has("alert")) alerts.add(rule.path("alert").asText());
        Set<String> seen = new TreeSet<>();
        pages.values().forEach(page -> page.path("alerts").forEach(alert -> seen.add(alert.asText())));
        assertThat(seen).isEqualTo(alerts);
    }

    /** The same number as in the rule, or its complement: a rule says how much is left, a chart how much is used. */
    @Test void thresholdsAreThoseOfTheRules() throws IOException {
        Map<String, String> expressions = new TreeMap<>();
        for (JsonNode rule : rules()) if (rule.has("alert")) expressions.put(rule.path("alert").asText(), rule.path("expr").asText());
        List<JsonNode> thresholds = new ArrayList<>();
        pages.forEach((name, page) -> page.path("charts").forEach(chart -> {
            JsonNode threshold = chart.path("threshold");
            if (threshold.isMissingNode()) return;
            thresholds.add(threshold);
            String alert = threshold.path("alert").asText();
            assertThat(elements(page.path("alerts")).map(JsonNode::asText)).as(name).contains(alert);
            double above = threshold.path("above").asDouble();
            assertThat(Pattern.compile("[<>] ([0-9.]+)").matcher(expressions.get(alert)).results().map(match -> Double.valueOf(match.group(1))))
                .as("%s on %s", alert, name).anyMatch(number -> Math.abs(number - above) < 1e-9 || Math.abs(1 - number - above) < 1e-9);
        }));
        assertThat(thresholds).hasSizeGreaterThan(5);
    }

    @Test void jobsAreScraped() throws IOException {
        Set<String> jobs = new HashSet<>();
        new YAMLMapper().readTree(PROMETHEUS.resolve("prometheus.yml").toFile()).path("scrape_configs").forEach(job -> jobs.add(job.path("job_name").asText()));
        pages.forEach((name, page) -> {
            if (!name.equals(OVERVIEW)) assertThat(jobs).as(name).contains(page.path("jobs").asText().split("\\|"));
        });
        assertThat(queries(15)).flatExtracting(query -> Pattern.compile("job=\"([^\"]+)\"").matcher(query).results().map(match -> match.group(1)).toList())
            .isNotEmpty().isSubsetOf(jobs);
    }

    @Test void metricsAreKnown() throws IOException {
        Set<String> known = new HashSet<>(Set.of("up", "ALERTS"));
        Files.readAllLines(METRICS).stream().filter(line -> !line.startsWith("#")).forEach(line -> known.add(line.split(" ")[1]));
        List<String> asked = new ArrayList<>(queries(15));
        for (JsonNode rule : rules()) {
            if (rule.has("record")) known.add(rule.path("record").asText());
            asked.add(rule.path("expr").asText());
        }
        Set<String> meters = meters();
        assertThat(asked).hasSizeGreaterThan(100).allSatisfy(expression -> assertThat(metrics(expression)).as(expression).isNotEmpty()
            .allMatch(metric -> known.contains(metric) || isShops(metric, meters)));
        assertThat(isShops("shop_worker_orders_lost_total", meters)).isFalse();
    }

    /** Names of meters, such as {@code shop.uploads.received}, as they stand in the shop's sources. */
    private static Set<String> meters() throws IOException {
        Set<String> meters = new HashSet<>();
        for (Path file : files(SHOP)) {
            Pattern.compile("\"([a-z]+(\\.[a-z-]+)+)\"").matcher(Files.readString(file)).results().map(match -> match.group(1)).forEach(meters::add);
        }
        return meters;
    }

    private static boolean isShops(String metric, Set<String> meters) {
        for (String name = metric; ; name = SUFFIX.matcher(name).replaceFirst("")) {
            if (meters.contains(name.replace('_', '.'))) return true;
            if (!SUFFIX.matcher(name).find()) return false;
        }
    }

    /** What is left of an expression without texts, labels and durations, and is neither a function nor a keyword. */
    private static Set<String> metrics(String expression) {
        String bare = expression.replaceAll("\"[^\"]*\"", "").replaceAll("\\{[^}]*}|\\[[^]]*]", " ").replaceAll("\\b(by|on|without|ignoring) *\\([^)]*\\)", " ");
        return Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?! *\\()\\b").matcher(bare).results().map(MatchResult::group)
            .filter(word -> !KEYWORDS.contains(word)).collect(Collectors.toSet());
    }

    @Test
    @EnabledIf(value = "oncall.pager.Promtool#isThere", disabledReason = Promtool.MISSING)
    void promtoolTakesEachExpression() throws Exception {
        List<Map<String, String>> rules = new ArrayList<>();
        for (int step : List.of(15, 1440)) queries(step).forEach(query -> rules.add(Map.of("record", "dashboard:" + rules.size(), "expr", query)));
        assertThat(rules).hasSizeGreaterThan(100);
        // JSON is YAML, too.
        Path file = Files.createTempFile("dashboards", ".yml");
        try {
            new ObjectMapper().writeValue(file.toFile(), Map.of("groups", List.of(Map.of("name", "dashboards", "rules", rules))));
            Promtool.run("check", "rules", List.of(file));
        } finally {
            Files.delete(file);
        }
    }
}
