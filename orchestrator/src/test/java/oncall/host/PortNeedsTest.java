package oncall.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import oncall.process.FakeTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortNeedsTest {
    @TempDir private Path folder;

    private List<Need> examine(int port, String running) {
        FakeTools tools = new FakeTools(folder).tool("virsh", "echo '" + running + "'");
        return new PortNeeds(List.of(new PortUse(port, "SSH to app", "oncall-lab-app")), new HostFacts(), tools.programs(folder.resolve("children"))).examine();
    }

    @Test void takenPortIsNamedWithItsTaker() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Need need = examine(taken.getLocalPort(), "").get(0);
            assertThat(need.met()).isFalse();
            assertThat(need.name()).isEqualTo("port " + taken.getLocalPort());
            assertThat(need.found()).contains("pid " + ProcessHandle.current().pid());
            assertThat(need.remedy()).contains("SSH to app");
        }
    }

    @Test void portOfOurOwnRunningMachineIsRight() throws Exception {
        try (ServerSocket own = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(examine(own.getLocalPort(), "oncall-lab-app")).allMatch(Need::met);
        }
    }

    @Test void freePortIsRight() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(examine(port, "")).allMatch(Need::met);
    }
}
