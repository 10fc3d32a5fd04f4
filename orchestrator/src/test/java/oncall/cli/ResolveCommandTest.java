package oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import oncall.cli.FakeHost.Ended;
import oncall.pager.FakeMonitoring;
import oncall.pager.Pager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolveCommandTest {
    @TempDir private Path folder;
    private final FakeMonitoring prometheus = new FakeMonitoring();
    private final FakeMonitoring alertmanager = new FakeMonitoring();
    private FakeHost host;

    @BeforeEach void anAlertIsPaged() throws Exception {
        host = new FakeHost(folder).level("disk-full").journal("\"state\":\"PLAYING\",\"level\":\"disk-full\",\"seed\":7,\"detail\":\"report=" + folder + "/report.md\"");
        Path machines = folder.resolve("project/vagrant-levels/stage/machines.yaml");
        Files.writeString(machines, Files.readString(machines).replaceAll("host: \\d+, guest: 9090", "host: " + prometheus.address().getPort() + ", guest: 9090")
            .replaceAll("host: \\d+, guest: 9093", "host: " + alertmanager.address().getPort() + ", guest: 9093"));
        Instant since = Instant.now().minusSeconds(30);
        prometheus.fires("UploadsFail", "app", since);
        alertmanager.fires("UploadsFail", "app", since);
        Pager pager = new Pager(folder.resolve("pager.jsonl"), prometheus.address(), alertmanager.address(), Duration.ofSeconds(5));
        pager.begin();
        pager.poll();
    }

    @AfterEach void close() {
        prometheus.close();
        alertmanager.close();
    }

    @Test void theMonitoringIsAskedFirst() {
        Ended early = host.run("resolve", "1");
        assertThat(early.exit()).as(early.err()).isEqualTo(0);
        assertThat(early.out()).contains("resolved at").contains("The monitoring has not seen it end.");
        prometheus.nothingFires();
        alertmanager.nothingFires();
        assertThat(host.run("resolve", "UploadsFail").out()).contains("over at").contains("resolved at").doesNotContain("The monitoring");
    }

    @Test void aMonitoringThatIsSilentKeepsNobodyFromIt() {
        close();
        Ended ended = host.run("resolve", "1");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(0);
        assertThat(ended.out()).contains("resolved at").contains("The monitoring is silent; it still saw it when it answered last.");
    }
}
