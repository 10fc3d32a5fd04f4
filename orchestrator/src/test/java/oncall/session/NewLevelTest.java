package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import oncall.host.LabFolders;
import oncall.level.LevelDrafts;
import oncall.level.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewLevelTest {
    @TempDir private Path folder;
    private Path clone;
    private Path team;
    private LabFolders folders;
    private NewLevel newLevel;

    @BeforeEach void aCloneWithoutLevels() throws IOException {
        clone = folder.resolve("clone");
        team = folder.resolve("team");
        Files.createDirectories(clone.resolve("vagrant-levels/stage"));
        Files.createFile(clone.resolve("pom.xml"));
        Files.copy(Path.of("vagrant-levels/stage/machines.yaml"), clone.resolve("vagrant-levels/stage/machines.yaml"));
        folders = LabFolders.locate(clone, Map.of("HOME", folder.toString()));
        newLevel = new NewLevel(folders);
    }

    @Test void whatIsLaidOutElsewhereLacksNothingButWhatItSays() {
        newLevel.layOut("our-outage", team, "mysql");
        LintReport report = new Lint(folders).run(List.of(team), List.of());
        assertThat(report.levels()).containsExactly("our-outage");
        assertThat(report.problems()).isNotEmpty().allMatch(problem -> problem.what().startsWith("TODO: ") && problem.line() > 0);
        assertThat(report.problems()).extracting(Problem::file).contains(team.resolve("our-outage/level.yaml"),
            team.resolve("our-outage/fault/10-break.mysql.sh"), team.resolve("our-outage/checks/OurOutageChecks.java"));
        assertThat(team.resolve("our-outage/Vagrantfile")).content().contains("'" + clone + "'").contains("ONCALL_LAB_CLONE");
    }

    @Test void whatIsLaidOutInTheCloneLiesWhereTheCloneHasItsOwn() {
        List<Path> written = newLevel.layOut("our-outage", null, "app");
        assertThat(written).hasSize(9).allSatisfy(file -> assertThat(file).isRegularFile())
            .contains(clone.resolve("checks/src/main/java/oncall/checks/OurOutageChecks.java"));
        var level = LevelDrafts.read(folders.levels(), List.of()).byId("our-outage");
        assertThat(level.rightFixes()).hasSize(2);
        assertThat(level.wrongFixes()).hasSize(3);
        assertThat(level.checksClass()).isEqualTo("oncall.checks.OurOutageChecks");
        assertThat(clone.resolve("vagrant-levels/our-outage/Vagrantfile")).content().contains("../stage/Vagrantfile").doesNotContain("ONCALL_LAB_CLONE");
    }

    @Test void nothingIsEverOverwritten() throws IOException {
        newLevel.layOut("our-outage", null, "app");
        Path manifest = clone.resolve("vagrant-levels/our-outage/level.yaml");
        Files.writeString(manifest, "mine");
        for (Path in : new Path[] {null, clone.resolve("vagrant-levels"), team}) {
            assertThatThrownBy(() -> newLevel.layOut("our-outage", in, "app")).isInstanceOf(UsageProblem.class)
                .hasMessage("There is a level our-outage already: " + manifest.getParent() + ". Work on that one, or choose another id.");
        }
        assertThat(manifest).hasContent("mine");
        assertThat(team).doesNotExist();
        // Checks that are left of a level that was given up are not overwritten either.
        Files.writeString(clone.resolve("checks/src/main/java/oncall/checks/OldOneChecks.java"), "class OldOneChecks { }");
        assertThatThrownBy(() -> newLevel.layOut("old-one", null, "app")).hasMessageContaining("OldOneChecks.java");
    }

    @Test void refusesWhatCannotBeUsedAndNamesTheRemedy() {
        assertThatThrownBy(() -> newLevel.layOut("Our Outage!", team, "app")).isInstanceOf(UsageProblem.class)
            .hasMessage("The id 'Our Outage!' must be lower-case words joined by dashes. Try our-outage.");
        assertThatThrownBy(() -> newLevel.layOut("random", team, "app")).hasMessageContaining("meaning of its own").hasMessageContaining("such as our-outage");
        assertThatThrownBy(() -> newLevel.layOut("../up", team, "app")).hasMessageContaining("Try up.");
        assertThatThrownBy(() -> newLevel.layOut("our-outage", team, "web")).hasMessage("No VM 'web'. VMs: proxy, app, mysql, postgres, ops");
        assertThat(team).doesNotExist();
        newLevel.layOut("our-outage", team, "app");
        assertThatThrownBy(() -> newLevel.layOut("another", team.resolve("our-outage"), "app")).hasMessageContaining("--in " + team);
        assertThatThrownBy(() -> newLevel.layOut("another", clone.resolve("pom.xml"), "app")).hasMessageContaining("is not a folder");
    }
}
