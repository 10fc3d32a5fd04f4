package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import oncall.level.Level;
import oncall.level.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractInputsTest {
    @TempDir private Path project;

    private Level level(String id, String ticket, Map<String, List<String>> seeds, boolean untried) {
        return new Level(id, project.resolve("vagrant-levels").resolve(id), "", Severity.SEV1, 1, "", ticket, List.of(), List.of(), List.of(), seeds,
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), untried);
    }

    private Level level(String id) { return level(id, "", Map.of(), false); }

    private String inputs(String stage) { return inputs(stage, level("disk-full")); }

    private String inputs(String stage, Level level) { return ContractInputs.of(project, stage, level); }

    private void write(String file, String text) throws Exception {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test void changeWithTheStageTheLevelItsChecksAndTheJudge() throws Exception {
        String before = inputs("s");
        assertThat(inputs("s")).isEqualTo(before);
        assertThat(inputs("other")).isNotEqualTo(before);
        for (String file : List.of("vagrant-levels/disk-full/fault/1.app.sh", "vagrant-levels/disk-full/solutions/wrong/truncate.app.sh",
                "checks/src/main/java/oncall/checks/DiskFullChecks.java",
                "checks/src/main/java/oncall/checks/StageChecks.java", "vagrant-levels/disk-full/checks/Own.java", "orchestrator/src/main/java/oncall/grade/Grader.java")) {
            write(file, "changed");
            String after = inputs("s");
            assertThat(after).as(file).isNotEqualTo(before);
            before = after;
        }
    }

    @Test void changeWithWhatTheChecksUseAndNotWithWhatOthersUse() throws Exception {
        write("checks/src/main/java/oncall/checks/DiskFullChecks.java", "CustomerFile.send(lab)");
        write("checks/src/main/java/oncall/checks/CustomerFile.java", "new Customer()");
        write("checks/src/main/java/oncall/checks/Customer.java", "a");
        write("checks/src/main/java/oncall/checks/OrderStream.java", "a");
        String before = inputs("s");
        write("checks/src/main/java/oncall/checks/OrderStream.java", "b");
        assertThat(inputs("s")).isEqualTo(before);
        write("checks/src/main/java/oncall/checks/Customer.java", "b");
        assertThat(inputs("s")).isNotEqualTo(before);
    }

    @Test void changeWithTheVariantsAndNotWithTheWordsOfTheManifest() {
        String before = inputs("s", level("disk-full", "no space", Map.of(), true));
        assertThat(inputs("s", level("disk-full", "nothing can be saved", Map.of(), false))).isEqualTo(before);
        assertThat(inputs("s", level("disk-full", "no space", Map.of("file", List.of("log", "deleted")), true))).isNotEqualTo(before);
    }

    @Test void doNotChangeWithOtherLevelsOrWithWhatIsOnlyShown() throws Exception {
        String before = inputs("s");
        write("vagrant-levels/time-zone/level.yaml", "other");
        write("checks/src/main/java/oncall/checks/TimeZoneChecks.java", "other");
        write("orchestrator/src/main/java/oncall/cli/Table.java", "other");
        assertThat(inputs("s")).isEqualTo(before);
    }
}
