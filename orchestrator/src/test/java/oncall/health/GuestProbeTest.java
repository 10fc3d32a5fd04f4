package oncall.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import oncall.remote.CommandResult;
import oncall.remote.RemoteCommandFailed;
import oncall.remote.SshRemote;
import oncall.remote.TestSshServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestProbeTest {

    @TempDir
    Path folder;

    /** The guest is this very machine, over a real SSH connection: what the probe tells can be compared. */
    @Test
    void readsAMachineOverSsh() throws Exception {
        try (TestSshServer server = new TestSshServer(folder);
                SshRemote remote = new SshRemote(server.endpoint("app"))) {
            Path home = folder.resolve("probe");
            GuestProbe probe = new GuestProbe(home.toString());

            GuestReading reading = probe.read(remote);

            double uptime = Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ")[0]);
            assertThat((double) reading.uptimeSeconds()).isBetween(uptime - 600, uptime + 1);
            assertThat(reading.load()).hasSize(3).allMatch(load -> load >= 0);
            assertThat(reading.cpuUsage()).isBetween(0.0, 1.0);
            assertThat(reading.memory().total()).isEqualTo(kib("MemTotal") * 1024);
            assertThat(reading.memory().available()).isBetween(1L, reading.memory().total());
            assertThat(reading.swap().total()).isEqualTo(kib("SwapTotal") * 1024);
            assertThat(reading.fileSystems()).anySatisfy(fileSystem ->
                    assertThat(fileSystem.usable()).isBetween(0L, fileSystem.total()));
            assertThat(reading.byCpu()).hasSizeBetween(1, 8);
            assertThat(reading.byMemory()).hasSizeBetween(1, 8)
                    .isSortedAccordingTo((a, b) -> Long.compare(b.residentBytes(), a.residentBytes()));
            assertThat(reading.byMemory()).allSatisfy(process -> {
                assertThat(process.pid()).isPositive();
                assertThat(process.user()).isNotBlank();
                assertThat(process.residentBytes()).isPositive();
            });

            FileTime shipped = Files.getLastModifiedTime(home.resolve("oshi.jar"));
            probe.install(remote);
            assertThat(Files.getLastModifiedTime(home.resolve("oshi.jar"))).isEqualTo(shipped);

            Files.writeString(home.resolve("version"), "an older one");
            probe.install(remote);
            assertThat(Files.readString(home.resolve("version"))).hasSize(64);
            assertThat(Files.getLastModifiedTime(home.resolve("oshi.jar"))).isGreaterThan(shipped);
        }
    }

    @Test
    void overlooksTheWarningsOfTheJvm() {
        GuestReading reading = GuestProbe.parse(new CommandResult("app", "probe", 0, """
                [warning][cds] this archive is of another JVM
                {"uptimeSeconds":7,"load":[0.1,0.2,0.3],"cpuUsage":0.5,"memory":{"total":2,"available":1},\
                "swap":{"total":0,"available":0},"fileSystems":[],"byCpu":[],"byMemory":[]}
                """, "", Duration.ZERO));

        assertThat(reading.uptimeSeconds()).isEqualTo(7);
        assertThat(reading.memory()).isEqualTo(new GuestReading.Space(2, 1));
    }

    @Test
    void noReadingIsAFailure() {
        CommandResult result = new CommandResult("app", "probe", 0, "", "no JVM", Duration.ZERO);

        assertThatThrownBy(() -> GuestProbe.parse(result)).isInstanceOf(RemoteCommandFailed.class)
                .hasMessageContaining("no JVM");
    }

    private static long kib(String field) throws Exception {
        return Files.readAllLines(Path.of("/proc/meminfo")).stream().filter(line -> line.startsWith(field + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
    }
}
