package oncall.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LevelLintTest {

    private static final String STRICT = "set -euo pipefail\n";

    @TempDir
    Path root;

    private LevelFixture levels;

    @BeforeEach
    void write() {
        levels = new LevelFixture(root).lintFree();
    }

    @Test
    void hasNothingToSayOfASoundLevel() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void namesWhatIsLeftToDoWithFileLineAndField() {
        levels.manifest(LevelFixture.MANIFEST.replace("machines: [app]", "machines: [app, proxy]")
                .replace("Please look.", "TODO: what support writes"));
        levels.write("lost-keys/solutions/wrong/wait.app.sh", STRICT + "# TODO wait for what?\n: METHODTODO\n");
        levels.write("lost-keys/checks/LostKeysChecks.java", "class X { } // TODO: check something \"here\"\n/** TODO */\n");

        assertThat(problems()).containsExactly(
                file("checks/LostKeysChecks.java") + ":1: TODO: check something",
                file("checks/LostKeysChecks.java") + ":2: TODO",
                file("level.yaml") + ":8: ticket: TODO: what support writes",
                file("solutions/wrong/wait.app.sh") + ":2: TODO: wait for what?");
    }

    @Test
    void holdsSeedKeysAndVariablesAgainstEachOther() {
        levels.write("lost-keys/fault/10-first.app.sh", STRICT + "echo $SEED_DOOR\n");
        levels.manifest(LevelFixture.MANIFEST.replace("machines: [app]", "machines: [app, proxy]")
                .replace("variant: [worn, bent]", "variant: [worn]\n  lock: [a]").replace("[8081, \"8082\"]", "[8081, 8081]"));

        assertThat(problems()).containsExactly(
                file("fault/10-first.app.sh") + ":2: SEED_DOOR: the manifest has no such seed key; its keys give SEED_LOCK, SEED_PORT, SEED_VARIANT",
                file("level.yaml") + ":13: seed.lock: no script uses SEED_LOCK",
                file("level.yaml") + ":11: seed: there should be at least 3 variants, so that a walkthrough does not help; these choices give 1");
    }

    @Test
    void wantsScriptsThatFailLoudlyOnMachinesThatTheManifestNames() {
        levels.write("lost-keys/solutions/right/find-it.app.sh", "echo\n").manifest(LevelFixture.MANIFEST);

        assertThat(problems()).containsExactly(
                file("solutions/right/find-it.app.sh")
                        + ": has no line 'set -euo pipefail', so that it would go on after a command that failed",
                file("level.yaml") + ":9: machines: the fault also touches proxy");
    }

    @Test
    void tellsFixesThatWouldBeTakenForEachOtherOrNotBeTriedAtAll() {
        levels.write("lost-keys/solutions/wrong/find-it.app.sh", STRICT).write("lost-keys/solutions/rihgt/find-it.app.sh", STRICT);

        assertThat(problems()).containsExactly(
                file("solutions/wrong/find-it.app.sh") + ": there is a right fix of this name",
                file("solutions/rihgt") + ": is not looked at: fixes are in right/ or wrong/");
    }

    @Test
    void refusesIdsThatMeanSomethingElse() {
        levels.write("all/level.yaml", LevelFixture.MANIFEST.replace("lost-keys", "all"));

        assertThat(LevelDrafts.read(root, List.of()).levels().get(0).problems()).extracting(Problem::toString)
                .contains(root.resolve("all/level.yaml") + ":1: id: 'all' has a meaning of its own here");
    }

    private List<String> problems() {
        LevelDraft draft = LevelDrafts.read(root, List.of()).levels().get(0);
        assertThat(draft.problems()).isEmpty();
        return LevelLint.problems(draft).stream().map(Problem::toString).toList();
    }

    private String file(String name) {
        return root.resolve("lost-keys").resolve(name).toString();
    }
}
