package oncall.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
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
        comesBackOnceStarted();

        assertThat(new Reboot(stage.context).run(List.of("app"))).isEmpty();
        assertThat(stage.said).contains("app: its QEMU crashed while it rebooted");
        assertThat(started()).isTrue();
    }

    @Test void isSwitchedOffAndOnWhereItHangs() {
        stage.tools.tool("virsh", "shift 3; case \"$1\" in domstate) echo 'running (booted)';; domstats) printf '%s\\n' state.state=1 net.0.tx.pkts=7 block.0.rd.reqs=9;; esac; exit 0");
        comesBackOnceStarted();

        assertThat(new Reboot(stage.context, new Minutes()).run(List.of("app"))).isEmpty();
        assertThat(stage.said).contains("app: it hangs in its reboot");
        assertThat(stage.tools.calls()).filteredOn(call -> call.matches(".* (destroy|start) oncall-lab-app"))
            .extracting(call -> call.split(" ")[4]).containsExactly("destroy", "start");
    }

    @Test void isSwitchedOffOnceOnly() {
        stage.tools.tool("virsh", "shift 3; case \"$1\" in domstate) echo 'running (booted)';; domstats) printf '%s\\n' state.state=1 net.0.tx.pkts=7;; esac; exit 0");
        Rescue rescue = new Rescue(stage.context, "app", new Minutes());
        IntStream.range(0, 20).forEach(look -> rescue.help());

        assertThat(rescue.powerCycled()).isTrue();
        assertThat(stage.tools.calls()).filteredOn(call -> call.contains("destroy oncall-lab-app")).hasSize(1);
    }

    private void comesBackOnceStarted() {
        stage.machines.machine("app").on("boot_id", command -> {
            if (!asked("systemctl reboot")) return "boot-1\n";
            if (!started()) throw new RemoteUnreachable("app: no SSH connection");
            return "boot-2\n";
        });
    }

    private boolean asked(String command) { return stage.machines.machine("app").asked().stream().anyMatch(asked -> asked.contains(command)); }

    private boolean started() { return stage.tools.calls().stream().anyMatch(call -> call.contains("start oncall-lab-app")); }

    /** A minute passes with each look. */
    private static final class Minutes implements InstantSource {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override public Instant instant() { return now = now.plus(Duration.ofMinutes(1)); }
    }
}
