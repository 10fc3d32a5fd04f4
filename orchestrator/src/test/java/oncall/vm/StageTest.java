package oncall.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import oncall.level.MachineSpec;
import oncall.level.NetworkSpec;
import oncall.level.StageSpec;
import oncall.process.FakeTools;
import oncall.process.ProgramFailed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTest {
    private static final String RUNNING = "echo ' Id   Name               State'; echo ' 1    oncall-lab-proxy   running'; echo ' -    oncall-lab-app     shut off'; echo ' 7    other    running'";

    @TempDir private Path folder;
    private FakeTools tools;
    private Stage stage;
    private final StageSettings settings = new StageSettings(Path.of("/key"), "0.0.7", Path.of("/boot"), "qemu");

    @BeforeEach void stageOfTwo() {
        tools = new FakeTools(folder);
        StageSpec spec = new StageSpec(new NetworkSpec("oncall-lab-lan", "10.77.0"), List.of(machine("proxy", 0), machine("app", 1)));
        stage = new Stage(spec, folder, folder.resolve("dotvagrant"), tools.programs(folder.resolve("children")));
    }

    private static MachineSpec machine(String name, int number) {
        return new MachineSpec(name, "10.77.0.1" + number, "52:54:00:77:00:1" + number, 1, 256, 2301 + number, List.of(), List.of());
    }

    private void virsh(String script) {
        tools.tool("virsh", "shift 3; case \"$1\" in " + script + " esac");
    }

    private List<String> order(String... verbs) {
        return tools.calls().stream().map(call -> call.split(" ")[4]).filter(verb -> Stream.of(verbs).anyMatch(verb::equals)).toList();
    }

    @Test void statesAreThoseOfOurMachinesInTheStagesOrder() {
        virsh("list) " + RUNNING + ";;");
        assertThat(stage.states()).containsExactly(java.util.Map.entry("proxy", MachineState.RUNNING), java.util.Map.entry("app", MachineState.SHUT_OFF));
        assertThat(stage.isRunning()).isFalse();
    }

    @Test void allAreFrozenBeforeAnySnapshotAndRunOnAfterAll() {
        virsh("*) ;;");
        stage.snapshot("healthy");
        assertThat(order("suspend", "snapshot-create-as", "resume"))
            .containsExactly("suspend", "suspend", "snapshot-create-as", "snapshot-create-as", "resume", "resume");
    }

    @Test void noneRunsOnBeforeAllAreTurnedBack() {
        virsh("*) ;;");
        stage.revert("healthy");
        assertThat(order("snapshot-revert", "resume")).containsExactly("snapshot-revert", "snapshot-revert", "resume", "resume");
        assertThat(tools.calls()).anyMatch(call -> call.endsWith("snapshot-revert oncall-lab-app healthy --paused"));
    }

    @Test void whereOneCannotBeTurnedBackNoneRunsOn() {
        virsh("snapshot-revert) [ \"$2\" != oncall-lab-app ] || { echo 'error: Domain snapshot not found' >&2; exit 1; } ;;");
        assertThatThrownBy(() -> stage.revert("healthy")).isInstanceOf(ProgramFailed.class).hasMessageContaining("Domain snapshot not found");
        assertThat(order("resume")).isEmpty();
    }

    @Test void aSnapshotCountsOnlyWhenEveryMachineHasIt() {
        String both = "echo ' 1 oncall-lab-proxy running'; echo ' 2 oncall-lab-app running'";
        virsh("list) " + both + ";; snapshot-list) echo healthy;;");
        assertThat(stage.has("healthy")).isTrue();
        virsh("list) " + both + ";; snapshot-list) [ \"$2\" = oncall-lab-app ] || echo healthy;;");
        assertThat(stage.has("healthy")).isFalse();
    }

    @Test void failedBootTellsHowFarEachMachineCameAndTheEndOfTheLog() {
        tools.tool("vagrant", "echo '==> proxy: Machine booted and ready!'; echo '==> app: Starting domain.'; echo 'qemu: could not set up host forwarding rule' >&2; exit 1");
        Path log = folder.resolve("logs/boot.log");
        assertThatThrownBy(() -> stage.up(settings, log, word -> { })).isInstanceOf(StageFailed.class)
            .hasMessageContaining("proxy SSH ready, app starting").hasMessageContaining("could not set up host forwarding rule").hasMessageContaining(log.toString());
    }

    @Test void vagrantIsToldOfKeyBoxAndDriver() {
        tools.tool("vagrant", "echo \"$ONCALL_LAB_KEY $ONCALL_LAB_BOX_VERSION $ONCALL_LAB_BOOT $ONCALL_LAB_DRIVER $VAGRANT_DOTFILE_PATH\" > " + folder.resolve("told"));
        stage.up(settings, folder.resolve("logs/boot.log"), word -> { });
        assertThat(folder.resolve("told")).hasContent("/key 0.0.7 /boot qemu " + folder.resolve("dotvagrant"));
    }

    @Test void destroyingRemovesWhatVagrantLeftButNoImages() throws IOException {
        Files.createDirectories(folder.resolve("dotvagrant/machines"));
        tools.tool("vagrant", "exit 1");
        virsh("list) [ \"$3\" = --name ] && { echo oncall-lab-app; echo other; } || " + RUNNING + " ;; "
            + "vol-list) echo ' oncall-lab_vagrant_box_image_0.0.7_box.img /p'; echo ' oncall-lab-app.img /p'; echo ' oncall-lab-app-vdb.qcow2 /p';;");
        stage.destroy(settings, folder.resolve("logs/remove.log"));
        List<String> changes = new ArrayList<>(tools.calls());
        assertThat(changes).anyMatch(call -> call.contains("undefine oncall-lab-app"))
            .anyMatch(call -> call.contains("vol-delete oncall-lab-app.img")).anyMatch(call -> call.contains("vol-delete oncall-lab-app-vdb.qcow2"))
            .anyMatch(call -> call.contains("net-undefine oncall-lab-lan"))
            .noneMatch(call -> call.contains("vol-delete") && call.contains("box_image")).noneMatch(call -> call.matches(".*(undefine|destroy) other.*"));
        assertThat(folder.resolve("dotvagrant")).doesNotExist();
    }

    @Test void settingsAreWrittenForPlainVagrant() {
        Path file = folder.resolve("state/stage.env");
        settings.write(file);
        assertThat(file).hasContent("ONCALL_LAB_BOOT=/boot\nONCALL_LAB_BOX_VERSION=0.0.7\nONCALL_LAB_DRIVER=qemu\nONCALL_LAB_KEY=/key\n");
    }

    @Test void whatAVmDoesIsWhatItReadsWritesAndSends() {
        virsh("domstats) printf '%s\\n' \"Domain: 'oncall-lab-app'\" '  state.state=1' '  net.0.rx.pkts=1245' '  net.0.tx.pkts=1076' '  block.0.rd.reqs=402' '  block.0.wr.reqs=341' '  block.0.fl.reqs=110';;");
        assertThat(stage.activity("app")).isEqualTo("net.0.tx.pkts=1076 block.0.rd.reqs=402 block.0.wr.reqs=341");
    }

    @Test void aVmThatDoesNotRunDoesNothing() {
        virsh("domstats) printf '%s\\n' 'state.state=5' 'net.0.tx.pkts=1076';;");
        assertThat(stage.activity("app")).isEmpty();
    }

    @Test void whatIsSaidToBeUnavailableForTheMomentIsTriedAgain() {
        String failure = "echo 'error: failed to load cgroup BPF prog: Resource temporarily unavailable' >&2; exit 1";
        virsh("snapshot-revert) [ -e " + folder + "/tried-$2 ] || { touch " + folder + "/tried-$2; " + failure + "; };;");
        stage.revert("healthy");
        assertThat(order("snapshot-revert", "resume")).containsExactly("snapshot-revert", "snapshot-revert", "snapshot-revert", "snapshot-revert", "resume", "resume");

        virsh("snapshot-revert) " + failure + ";;");
        assertThatThrownBy(() -> stage.revert("healthy")).isInstanceOf(ProgramFailed.class).hasMessageContaining("cgroup BPF");
    }

    @Test void anyOtherFailureIsOne() {
        virsh("snapshot-revert) echo 'error: no such snapshot' >&2; exit 1;;");
        assertThatThrownBy(() -> stage.revert("healthy")).isInstanceOf(ProgramFailed.class);
        assertThat(order("snapshot-revert")).hasSize(2);
    }
}
