package oncall.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import oncall.host.LabFolders;
import oncall.level.LevelDraft;
import oncall.level.LevelDrafts;
import oncall.level.LevelId;
import oncall.level.StageSpec;

/** Lays out a level of which everything is still to be written, and says so by TODO wherever it is. */
public final class NewLevel {
    private static final String TEMPLATES = "/oncall/session/new-level/";
    /** By this a level outside the clone finds it. */
    private static final String CLONE = "ONCALL_LAB_CLONE";

    private final LabFolders folders;

    public NewLevel(LabFolders folders) { this.folders = folders; }

    /**
     * Writes the files; never over one that is there.
     *
     * @param in      folder of levels; that of the clone when null or the same
     * @param machine on which the scripts are to run
     * @return what was written
     * @throws UsageProblem when the id or the place cannot be used; nothing was written then
     */
    public List<Path> layOut(String id, Path in, String machine) {
        Path own = folders.levels().toAbsolutePath().normalize();
        Path parent = in == null ? own : in.toAbsolutePath().normalize();
        boolean inClone = parent.equals(own);
        checkId(id);
        checkPlace(id, parent, inClone);
        StageSpec stage = StageSpec.load(folders.stage().resolve("machines.yaml"));
        if (!stage.names().contains(machine)) throw new UsageProblem("No VM '" + machine + "'. VMs: " + String.join(", ", stage.names()));
        return write(texts(id, machine, parent.resolve(id), inClone));
    }

    private static void checkId(String id) {
        LevelId.problem(id).ifPresent(problem -> {
            String better = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-+$", "");
            boolean offer = !better.equals(id) && LevelId.problem(better).isEmpty();
            throw new UsageProblem("The id " + problem + ". " + (offer ? "Try " + better + "." : "Choose another, such as our-outage."));
        });
    }

    private void checkPlace(String id, Path parent, boolean inClone) {
        if (Files.exists(parent.resolve("level.yaml"))) {
            throw new UsageProblem(parent + " is a level itself. Give the folder that holds it: --in " + parent.getParent());
        }
        if (Files.exists(parent) && !Files.isDirectory(parent)) throw new UsageProblem(parent + " is not a folder. Give one with --in.");
        List<Path> others = inClone || !Files.isDirectory(parent) ? List.of() : List.of(parent);
        List<Path> taken = new ArrayList<>(LevelDrafts.read(folders.levels(), others).levels().stream()
            .filter(level -> level.id().equals(id)).map(LevelDraft::folder).toList());
        for (Path path : List.of(parent.resolve(id), folders.checks().resolve(simpleName(id) + ".java"))) {
            if (Files.exists(path)) taken.add(path);
        }
        if (!taken.isEmpty()) throw new UsageProblem("There is a level " + id + " already: " + taken.get(0) + ". Work on that one, or choose another id.");
    }

    private Map<Path, String> texts(String id, String machine, Path level, boolean inClone) {
        Map<Path, String> texts = new LinkedHashMap<>();
        texts.put(level.resolve("level.yaml"), template("level.yaml"));
        texts.put(level.resolve("Vagrantfile"), vagrantfile(inClone));
        texts.put(level.resolve("fault/10-break." + machine + ".sh"), template("fault.sh"));
        Path solutions = level.resolve("solutions");
        fix(texts, solutions.resolve("right/as-it-was." + machine + ".sh"), "right.sh", "what was broken is put back");
        fix(texts, solutions.resolve("right/another-way." + machine + ".sh"), "right.sh", "a truly different mend that is as good; rename the file after it");
        fix(texts, solutions.resolve("wrong/only-the-effect." + machine + ".sh"), "wrong.sh",
            "what makes the symptom go away and leaves the cause; rename the file after it");
        fix(texts, solutions.resolve("wrong/until-the-next-boot." + machine + ".sh"), "wrong.sh", "a mend that does not survive a reboot");
        fix(texts, solutions.resolve("wrong/at-the-cost-of-others." + machine + ".sh"), "wrong.sh",
            "a mend that breaks or gives away something else; rename the file after it");
        texts.put((inClone ? folders.checks() : level.resolve("checks")).resolve(simpleName(id) + ".java"), template("Checks.java"));
        texts.replaceAll((path, text) -> text.replace("@id@", id).replace("@vm@", machine).replace("@class@", simpleName(id)));
        return texts;
    }

    private static void fix(Map<Path, String> texts, Path file, String template, String what) {
        texts.put(file, template(template).replace("@what@", what));
    }

    private String vagrantfile(boolean inClone) {
        String clone = folders.project().toString().replace("\\", "\\\\").replace("'", "\\'");
        return template("Vagrantfile").replace("@load@", inClone ? "load File.expand_path(\"../stage/Vagrantfile\", __dir__)"
            : "# That is in the clone of On-Call Lab, which " + CLONE + " names if it is not where it was when this was written.\n"
            + "load File.join(ENV.fetch(\"" + CLONE + "\", '" + clone + "'), \"vagrant-levels/stage/Vagrantfile\")");
    }

    private static String simpleName(String id) { return LevelId.checksClass(id).replaceFirst(".*\\.", ""); }

    private static List<Path> write(Map<Path, String> texts) {
        texts.forEach((path, text) -> {
            try {
                Files.createDirectories(path.getParent());
                Files.writeString(path, text, StandardOpenOption.CREATE_NEW);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + path, e);
            }
        });
        return List.copyOf(texts.keySet());
    }

    private static String template(String name) {
        try (InputStream in = NewLevel.class.getResourceAsStream(TEMPLATES + name)) {
            if (in == null) throw new IllegalStateException("no resource " + TEMPLATES + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
