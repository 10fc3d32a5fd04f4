package oncall.level;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one level's folder: its manifest and its scripts. */
final class LevelReader {

    private static final int FEWEST_RIGHT_FIXES = 2;
    private static final int FEWEST_WRONG_FIXES = 3;
    private static final int HARDEST = 5;
    private static final Pattern SEED_KEY = Pattern.compile("[a-z][a-z0-9]*([_-][a-z0-9]+)*");

    private static final Pattern ALERT = Pattern.compile("([A-Z][a-z0-9]*)+");

    private LevelReader() {}

    static Optional<Level> read(Path folder, StageSpec stage, Problems problems) {
        Path file = folder.resolve("level.yaml");
        ScriptFolder scripts = new ScriptFolder(stage, problems);
        List<LevelScript> fault = scripts.ordered(folder.resolve("fault"));
        if (fault.isEmpty()) {
            problems.add(folder.resolve("fault"), "holds no script: a level needs a fault");
        }
        List<Fix> right = fixes(folder.resolve("solutions/right"), FEWEST_RIGHT_FIXES, scripts, problems);
        List<Fix> wrong = fixes(folder.resolve("solutions/wrong"), FEWEST_WRONG_FIXES, scripts, problems);
        if (!Files.isRegularFile(folder.resolve("Vagrantfile"))) {
            problems.add(folder.resolve("Vagrantfile"), "is missing");
        }
        return YamlNode.read(file, problems).map(root ->
                level(folder, new ManifestFields(file, "", root, problems), stage, fault, right, wrong));
    }

    private static Level level(Path folder, ManifestFields fields, StageSpec stage,
            List<LevelScript> fault, List<Fix> right, List<Fix> wrong) {
        Severity severity = fields.choice("severity", Severity.class);
        Map<String, List<String>> seeds = seeds(fields);
        Level level = new Level(
                id(fields, folder), folder, fields.text("title"), severity,
                fields.number("difficulty", 1, HARDEST), fields.text("impact"), fields.text("ticket"),
                machines(fields, "machines", fields.texts("machines"), stage),
                machines(fields, "reboot", fields.texts("reboot"), stage),
                machines(fields, "reboot_after_fault", fields.optionalTexts("reboot_after_fault"), stage),
                seeds, fields.texts("coaching"), fields.texts("objectives"), fields.texts("lessons"),
                fault, right, wrong, fields.flag("untried"),
                paging(fields, Incidents.read(fields, severity, seeds)));
        fields.noOthers();
        return level;
    }

    private static String id(ManifestFields fields, Path folder) {
        String id = fields.text("id");
        String expected = folder.getFileName().toString();
        Optional<String> problem = id.isEmpty() ? Optional.empty() : LevelId.problem(id);
        if (problem.isPresent()) {
            fields.wrong("id", problem.get());
        } else if (!id.isEmpty() && !id.equals(expected)) {
            fields.wrong("id", "must be the folder's name %s, was '%s'".formatted(expected, id));
        }
        return id;
    }

    private static List<String> machines(
            ManifestFields fields, String field, List<String> names, StageSpec stage) {
        // Without a readable stage every name would be "unknown", which would bury the real problem.
        if (!stage.machines().isEmpty()) {
            names.stream().filter(name -> !name.isEmpty() && !stage.names().contains(name)).forEach(name ->
                    fields.wrong(field, "no machine '%s'; the stage has %s".formatted(
                            name, String.join(", ", stage.names()))));
        }
        return names;
    }

    private static Paging paging(ManifestFields fields, List<Incident> incidents) {
        Paging paging = new Paging(fields.optionalTexts("alerts"), fields.optionalTexts("runbooks"),
                fields.optionalTexts("outdated_runbooks"), incidents);
        paging.alerts().stream().filter(name -> !name.isEmpty() && !ALERT.matcher(name).matches()).forEach(name ->
                fields.wrong("alerts", "'%s' is no alert's name: those are written LikeThis".formatted(name)));
        paging.runbooks().stream().filter(paging.outdatedRunbooks()::contains).forEach(name ->
                fields.wrong("outdated_runbooks", "'%s' cannot be right and outdated".formatted(name)));
        return paging;
    }

    private static Map<String, List<String>> seeds(ManifestFields fields) {
        Map<String, List<String>> seeds = fields.textsByName("seed");
        seeds.keySet().stream().filter(key -> !SEED_KEY.matcher(key).matches()).forEach(key ->
                fields.wrong("seed", "the key '%s' must be lower-case words joined by _ or -".formatted(key)));
        return seeds;
    }

    private static List<Fix> fixes(Path folder, int fewest, ScriptFolder scripts, Problems problems) {
        List<Fix> fixes = scripts.grouped(folder);
        if (fixes.size() < fewest) {
            problems.add(folder, "holds %d of at least %d fixes".formatted(fixes.size(), fewest));
        }
        return fixes;
    }
}
