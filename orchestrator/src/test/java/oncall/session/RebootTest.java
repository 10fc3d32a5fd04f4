package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import oncall.remote.RemoteUnreachable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A VM that does not come back by itself. */
class RebootTest {
    @TempDir Path folder;

    private FakeStage stage;

    @BeforeEach void stage() { stage = new FakeStage(folder); }

    @AfterEach void close() { stage.close(); }

    @Test void isSwitchedOnAgainWhereItsQemuCrashed() {
        stage.tools.tool("virsh", "shift 3; case \"$1\" in domstate) echo 'shut off (crashed)';; esac; exit 0");
        stage.machines.machine("app").on("boot_id", command -> {
            if (!asked("systemctl reboot")) return "boot-1\n";
            if (!started()) throw new RemoteUnreachable("app: no SSH connection");
            return "boot-2\n";
        });

        assertThat(new Reboot(stage.context).run(List.of("app"))).isEmpty();
        assertThat(stage.said).contains("app: its QEMU crashed while it rebooted");
        assertThat(started()).isTrue();
    }

    private boolean asked(String command) { return stage.machines.machine("app").asked().stream().anyMatch(asked -> asked.contains(command)); }

    private boolean started() { return stage.tools.calls().stream().anyMatch(call -> call.contains("start oncall-lab-app")); }
}
