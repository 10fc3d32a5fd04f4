package oncall.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LevelCatalogTest {

    @TempDir
    Path root;

    private LevelFixture levels;

    @BeforeEach
    void write() {
        levels = new LevelFixture(root);
    }

    @Test
    void readsALevel() {
        Level level = LevelCatalog.load(root).byId("lost-keys");

        assertThat(level.folder()).isEqualTo(root.resolve("lost-keys"));
        assertThat(level.title()).isEqualTo("Nobody gets in");
        assertThat(level.severity()).isEqualTo(Severity.SEV2);
        assertThat(level.difficulty()).isEqualTo(3);
        assertThat(level.ticket()).isEqualTo("Customers say that the door is shut.\nPlease look.\n");
        assertThat(level.machines()).containsExactly("app");
        assertThat(level.reboot()).containsExactly("app", "proxy");
        assertThat(level.rebootAfterFault()).isEmpty();
        assertThat(level.seedChoices()).isEqualTo(Map.of(
                "variant", List.of("worn", "bent"), "port", List.of("8081", "8082")));
        assertThat(level.coaching()).containsExactly("Look at the door.", "Look at the lock.");
        assertThat(level.checksClass()).isEqualTo("oncall.checks.LostKeysChecks");
    }

    @Test
    void anUntriedLevelIsMeantOnlyWhereItIsNamed() {
        assertThat(LevelCatalog.load(root).tried()).extracting(Level::id).containsExactly("lost-keys");

        levels.manifest(LevelFixture.MANIFEST + "untried: true\n");

        assertThat(LevelCatalog.load(root).tried()).isEmpty();
        assertThat(LevelCatalog.load(root).byId("lost-keys").untried()).isTrue();
    }

    @Test
    void ordersFaultsByNameAndFixesByMachine() {
        Level level = LevelCatalog.load(root).byId("lost-keys");

        assertThat(level.fault()).extracting(LevelScript::name).containsExactly("10-first", "20-second");
        assertThat(level.fault().get(0).text()).isEqualTo("echo first\n");
        assertThat(level.rightFixes()).extracting(Fix::name).containsExactly("cut-a-new-one", "find-it");
        assertThat(level.rightFixes().get(0).scripts()).extracting(LevelScript::machine)
                .as("in the stage's order, not in that of the alphabet").containsExactly("proxy", "app");
        assertThat(level.wrongFixes()).extracting(Fix::name).containsExactly("climb-in", "knock", "wait");
    }

    @Test
    void namesEveryMistakeWithFileLineAndField() {
        levels.manifest(LevelFixture.MANIFEST.replace("difficulty: 3", "difficulty: 9")
                .replace("severity: SEV2", "severity: bad").replace("machines: [app]", "machines: [ap]"));

        assertThat(problems()).containsExactly(
                file("level.yaml") + ":3: severity: must be one of [SEV1, SEV2, SEV3, SEV4], was 'bad'",
                file("level.yaml") + ":4: difficulty: must be a whole number from 1 to 5, was '9'",
                file("level.yaml") + ":9: machines: no machine 'ap'; the stage has proxy, app");
    }

    @Test
    void tellsTheNumberOfMistakesFirst() {
        levels.manifest(LevelFixture.MANIFEST.replace("difficulty: 3", "difficulty: hard").replace("title:", "titel:"));

        assertThatThrownBy(() -> LevelCatalog.load(root)).isInstanceOf(InvalidManifests.class)
                .hasMessageStartingWith("3 problems:").hasMessageContaining("title: is missing")
                .hasMessageContaining("titel: unknown field; did you mean title?")
                .hasMessageContaining("difficulty: must be a whole number from 1 to 5, was 'hard'");
    }

    @Test
    void collectsMistakesAcrossManifests() {
        levels.manifest(LevelFixture.MANIFEST.replace("difficulty: 3", "difficulty: 0"));
        levels.write("second/level.yaml", LevelFixture.MANIFEST);
        levels.write("stage/machines.yaml", "network: { name: x, prefix: 10.77.0 }\nmachines: []\n");

        assertThat(problems()).anyMatch(problem -> problem.contains("difficulty"))
                .anyMatch(problem -> problem.contains("second/level.yaml:1: id: must be the folder's name second"))
                .anyMatch(problem -> problem.contains("second/Vagrantfile: is missing"))
                .anyMatch(problem -> problem.contains("second/fault: holds no script"));
    }

    @Test
    void refusesTypesThatAreNotAsked() {
        levels.manifest(LevelFixture.MANIFEST
                .replace("coaching: [Look at the door., Look at the lock.]", "coaching: Look at the door.")
                .replace("impact: No orders since noon.", "impact: [1]")
                .replace("lessons: [Keep a second key.]", "lessons: [{}]")
                .replace("variant: [worn, bent]", "variant: []") + "untried: perhaps\n");

        assertThat(problems()).containsExactlyInAnyOrder(
                file("level.yaml") + ":5: impact: must be a text, was a list",
                file("level.yaml") + ":14: coaching: must be a list, was 'Look at the door.'",
                file("level.yaml") + ":16: lessons: must be a text, was a mapping",
                file("level.yaml") + ":12: seed.variant: must not be empty",
                file("level.yaml") + ":17: untried: must be true or false, was 'perhaps'");
    }

    @Test
    void saysWhetherAMonitorOrAPersonReportsIt() {
        assertThat(LevelCatalog.load(root).byId("lost-keys").paging().byComplaint()).isTrue();

        levels.manifest(LevelFixture.MANIFEST + "alerts: [DoorShut]\nrunbooks: [doors]\noutdated_runbooks: [locks]\n");
        assertThat(LevelCatalog.load(root).byId("lost-keys").paging())
                .isEqualTo(new Paging(List.of("DoorShut"), List.of("doors"), List.of("locks")));

        levels.manifest(LevelFixture.MANIFEST + "alerts: [door-shut]\nrunbooks: [doors]\noutdated_runbooks: [doors]\n");
        assertThat(problems()).containsExactly(
                file("level.yaml") + ":17: alerts: 'door-shut' is no alert's name: those are written LikeThis",
                file("level.yaml") + ":19: outdated_runbooks: 'doors' cannot be right and outdated");
    }

    private static final String SEVERAL = """
            incidents:
              - { name: bell, complaint: It does not ring!, severity: SEV4, journey: ring }
              - { name: gate, complaint: It is stuck., severity: SEV3, journey: drive }
              - { name: door, complaint: Nobody comes., severity: SEV2, journey: enter }
            """;

    private static String several(String variants) {
        return LevelFixture.MANIFEST.replace("seed:\n", "seed:\n  incidents: " + variants + "\n") + SEVERAL;
    }

    @Test
    void aVariantHasSomeOfTheIncidentsInTheOrderInWhichTheyAreReported() {
        levels.manifest(several("[\"gate,door\"]"));
        Level level = LevelCatalog.load(root).byId("lost-keys");

        assertThat(level.incidents(level.seed(1))).containsExactly(new Incident("gate", "It is stuck.", Severity.SEV3, "drive"),
                new Incident("door", "Nobody comes.", Severity.SEV2, "enter"));

        levels.manifest(LevelFixture.MANIFEST);
        Level ofOne = LevelCatalog.load(root).byId("lost-keys");
        assertThat(ofOne.incidents(ofOne.seed(1))).isEmpty();
    }

    @Test
    void refusesIncidentsWhoseOrderOfWorkIsNoTask() {
        levels.manifest(several("[\"door,bell\", door, \"bell,gate\", \"bell,window\"]").replace("journey: drive", "journey: ring"));

        assertThat(problems()).containsExactly(
                file("level.yaml") + ":11: seed: 'door,bell' begins with the worst: whoever takes what comes first would be right",
                file("level.yaml") + ":11: seed: 'door' must name at least 2 of the incidents [bell, door, gate]",
                file("level.yaml") + ":11: seed: the incidents of 'bell,gate' must differ in severity and journey",
                file("level.yaml") + ":11: seed: the worst of 'bell,gate' is SEV3, the level is SEV2",
                file("level.yaml") + ":11: seed: 'bell,window' must name at least 2 of the incidents [bell, door, gate]");

        levels.manifest(several("[\"bell,door\"]").replace("name: gate", "name: bell"));
        assertThat(problems()).containsExactly(file("level.yaml") + ":18: incidents: must have different names");

        levels.manifest(LevelFixture.MANIFEST + SEVERAL);
        assertThat(problems()).containsExactly(file("level.yaml")
                + ":17: incidents: must be there together with the seed key 'incidents', which says which of them a variant has");
    }

    @Test
    void runsNumberedScriptsOfAFixByTheirNumbers() {
        levels.write("lost-keys/solutions/right/find-it.2.proxy.sh", "echo\n").write("lost-keys/solutions/right/find-it.1.app.sh", "echo\n");

        assertThat(LevelCatalog.load(root).byId("lost-keys").rightFixes().get(1).scripts())
                .extracting(script -> script.file().getFileName().toString())
                .containsExactly("find-it.app.sh", "find-it.1.app.sh", "find-it.2.proxy.sh");
    }

    @Test
    void refusesWhatIsNotYaml() {
        levels.manifest("id: lost-keys\ntitle: [never closed\nseverity: SEV1\n");

        assertThat(problems()).containsExactly(file("level.yaml")
                + ":3: (syntax): while parsing a flow sequence; expected ',' or ']', but got :");
    }

    @Test
    void refusesAFieldThatIsThereTwice() {
        levels.manifest(LevelFixture.MANIFEST + "title: Another\n");

        assertThat(problems()).singleElement().asString().contains("(syntax)").contains("title");
    }

    @Test
    void refusesAnEmptyManifestAndAListInsteadOfOne() {
        levels.manifest("");
        assertThat(problems()).containsExactly(file("level.yaml") + ": is empty");

        levels.manifest("- id: lost-keys\n");
        assertThat(problems()).contains(file("level.yaml") + ":1: (file): must be a mapping, was a list");
    }

    @Test
    void refusesALevelWithTooFewFixes() {
        levels.delete("lost-keys/solutions/right/find-it.app.sh").delete("lost-keys/solutions/wrong/wait.app.sh");

        assertThat(problems()).containsExactly(
                file("solutions/right") + ": holds 1 of at least 2 fixes",
                file("solutions/wrong") + ": holds 2 of at least 3 fixes");
    }

    @Test
    void refusesScriptsThatBelongNowhere() {
        levels.write("lost-keys/fault/30-third.web.sh", "echo\n").write("lost-keys/fault/notes.txt", "x");

        assertThat(problems()).containsExactly(
                file("fault/30-third.web.sh") + ": no machine 'web'; the stage has proxy, app",
                file("fault/notes.txt") + ": is not named <name>.<machine>.sh");
    }

    @Test
    void refusesAFolderWithoutManifest() {
        levels.write("empty/notes", "");

        assertThat(problems()).contains(root.resolve("empty/level.yaml") + ": is missing");
    }

    @Test
    void listsTheKnownLevelsAndSuggestsTheNearest() {
        LevelCatalog catalog = LevelCatalog.load(root);

        assertThatThrownBy(() -> catalog.byId("lost-kyes")).isInstanceOf(UnknownLevel.class)
                .hasMessage("No level 'lost-kyes'. Did you mean lost-keys? Levels: lost-keys");
        assertThatThrownBy(() -> catalog.byId("entirely-different"))
                .hasMessage("No level 'entirely-different'. Levels: lost-keys");
    }

    @Test
    void levelsOutsideTheCloneJoinItsOwn(@TempDir Path outside) {
        new LevelFixture(outside).write("lost-keys/level.yaml", LevelFixture.MANIFEST.replace("lost-keys", "our-outage"));
        move(outside.resolve("lost-keys"), outside.resolve("our-outage"));
        move(outside.resolve("stage"), outside.resolve("notes"));

        LevelCatalog catalog = LevelCatalog.load(root, List.of(outside, root));
        assertThat(catalog.all()).extracting(Level::id).containsExactly("lost-keys", "our-outage");
        assertThat(catalog.byId("our-outage").folder()).isEqualTo(outside.resolve("our-outage"));
    }

    @Test
    void anIdIsTakenOnce(@TempDir Path outside) {
        new LevelFixture(outside);
        move(outside.resolve("stage"), outside.resolve("notes"));

        assertThatThrownBy(() -> LevelCatalog.load(root, List.of(outside))).isInstanceOf(InvalidManifests.class)
                .hasMessageContaining(outside.resolve("lost-keys") + ": the id is already taken by " + root.resolve("lost-keys"));
    }

    @Test
    void namesWhatIsNoFolderOfLevels(@TempDir Path outside) {
        List<Path> others = List.of(outside, outside.resolve("nowhere"), root.resolve("lost-keys"));

        assertThat(LevelDrafts.read(root, others).problems()).extracting(Problem::toString).containsExactly(
                outside + ": holds no level: there is no folder with a level.yaml in it",
                outside.resolve("nowhere") + ": is not a folder",
                root.resolve("lost-keys") + ": is a level itself; the folder that holds it is wanted: " + root);
    }

    @Test
    void whatIsWrongWithOthersDoesNotMatterToALevelInPlay() {
        levels.write("second/level.yaml", LevelFixture.MANIFEST);

        assertThat(LevelDrafts.read(root, List.of()).byId("lost-keys").title()).isEqualTo("Nobody gets in");
        assertThatThrownBy(() -> LevelDrafts.read(root, List.of()).byId("second")).isInstanceOf(InvalidManifests.class)
                .hasMessageContaining("second/Vagrantfile");
    }

    private static void move(Path from, Path to) {
        assertThat(from.toFile().renameTo(to.toFile())).isTrue();
    }

    private List<String> problems() {
        return catchThrowableOfType(InvalidManifests.class, () -> LevelCatalog.load(root)).problems();
    }

    private String file(String name) {
        return root.resolve("lost-keys").resolve(name).toString();
    }
}
