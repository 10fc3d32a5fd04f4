package oncall.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import oncall.process.FakeTools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KvmProbeTest {
    @TempDir private Path folder;
    private FakeTools tools;
    private Path kernel;
    private Path device;

    @BeforeEach void kernelAndDevice() throws IOException {
        tools = new FakeTools(folder);
        kernel = Files.writeString(folder.resolve("vmlinuz"), "kernel");
        device = Files.writeString(folder.resolve("kvm"), "");
    }

    private KvmFinding probe() {
        return new KvmProbe(tools.programs(folder.resolve("children")), device, folder.resolve("cache"), "qemu", Duration.ofSeconds(1)).probe(Optional.of(kernel));
    }

    private void qemu(String boot) {
        tools.tool("qemu", "if [ \"$1\" = --version ]; then echo 'QEMU emulator version 10.0.2'; exit; fi\n" + boot);
    }

    @Test void withoutTheDeviceNothingIsTried() throws IOException {
        Files.delete(device);
        qemu("exit 1");
        assertThat(probe().state()).isEqualTo(KvmFinding.State.ABSENT);
        assertThat(tools.calls()).isEmpty();
    }

    @Test void aKernelThatGetsToTheRootFileSystemProvesIt() {
        qemu("echo 'Probing EDD'; echo 'Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)'");
        assertThat(probe().driver()).isEqualTo("kvm");
    }

    @Test void aDeviceThatOpensButHangsIsBroken() {
        qemu("echo 'Probing EDD (edd=off to disable)... ok'; exec sleep 300");
        KvmFinding finding = probe();
        assertThat(finding.state()).isEqualTo(KvmFinding.State.BROKEN);
        assertThat(finding.driver()).isEqualTo("qemu");
        assertThat(finding.found()).contains("hung").contains("Probing EDD");
    }

    @Test void theAnswerIsKeptForThisKernelAndThisQemu() throws IOException {
        qemu("echo 'VFS: Unable to mount root fs'");
        probe();
        probe();
        assertThat(boots()).isEqualTo(1);
        Files.writeString(kernel, "another kernel");
        probe();
        assertThat(boots()).isEqualTo(2);
    }

    @Test void missingRightsAreLookedAtAgain() {
        qemu("echo 'Could not access KVM kernel module: Permission denied' >&2; exit 1");
        assertThat(probe().found()).contains("denied");
        qemu("echo 'VFS: Unable to mount root fs'");
        assertThat(probe().state()).isEqualTo(KvmFinding.State.WORKS);
    }

    private long boots() { return tools.calls().stream().filter(call -> call.contains("-enable-kvm")).count(); }
}
