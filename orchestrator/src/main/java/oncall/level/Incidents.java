package oncall.level;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what a manifest says of several incidents at the same time, and what would make their order of work no task. */
final class Incidents {

    private static final int FEWEST = 2;
    private static final String FIELD = "incidents";

    private Incidents() {}

    /**
     * @param level the level's severity
     * @param seeds its seed keys with their values
     */
    static List<Incident> read(ManifestFields fields, Severity level, Map<String, List<String>> seeds) {
        List<Incident> incidents = fields.mappings(FIELD, false).stream().map(Incidents::incident).toList();
        Map<String, Incident> byName = new TreeMap<>();
        incidents.forEach(incident -> byName.put(incident.name(), incident));
        if (byName.size() < incidents.size()) {
            fields.wrong(FIELD, "must have different names");
        }
        List<String> choices = seeds.getOrDefault(Incident.SEED_KEY, List.of());
        if (incidents.isEmpty() != choices.isEmpty()) {
            fields.wrong(FIELD, "must be there together with the seed key '%s', which says which of them a variant has"
                    .formatted(Incident.SEED_KEY));
        } else {
            choices.forEach(choice -> variant(choice, byName, level, fields));
        }
        return incidents;
    }

    private static Incident incident(ManifestFields fields) {
        Incident incident = new Incident(fields.text("name"), fields.text("complaint"),
                fields.choice("severity", Severity.class), fields.text("journey"));
        fields.noOthers();
        return incident;
    }

    private static void variant(String choice, Map<String, Incident> byName, Severity level, ManifestFields fields) {
        List<String> names = Arrays.asList(choice.split(","));
        if (names.size() < FEWEST || !byName.keySet().containsAll(names)) {
            fields.wrong("seed", "'%s' must name at least %d of the incidents %s".formatted(choice, FEWEST, byName.keySet()));
            return;
        }
        List<Incident> variant = names.stream().map(byName::get).toList();
        List<Severity> severities = variant.stream().map(Incident::severity).toList();
        Severity worst = severities.stream().min(Comparator.naturalOrder()).orElseThrow();
        if (severities.stream().distinct().count() < names.size()
                || variant.stream().map(Incident::journey).distinct().count() < names.size()) {
            fields.wrong("seed", "the incidents of '%s' must differ in severity and journey".formatted(choice));
        }
        if (severities.get(0) == worst) {
            fields.wrong("seed", "'%s' begins with the worst: whoever takes what comes first would be right".formatted(choice));
        }
        if (worst != level) {
            fields.wrong("seed", "the worst of '%s' is %s, the level is %s".formatted(choice, worst, level));
        }
    }
}
