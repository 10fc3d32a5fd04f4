package oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import oncall.cli.FakeHost.Ended;
import oncall.pager.Page;
import oncall.pager.Pager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclareCommandTest {
    @TempDir private Path folder;
    private FakeHost host;
    private Pager pager;

    @BeforeEach void twoIncidentsInPlay() {
        host = new FakeHost(folder).level("two-at-once").journal("\"state\":\"PLAYING\",\"level\":\"two-at-once\",\"seed\":7,\"detail\":\"report=" + folder + "/report.md\"");
        URI nobody = URI.create("http://127.0.0.1:1");
        pager = new Pager(folder.resolve("pager.jsonl"), nobody, nobody, Duration.ofSeconds(1));
        pager.begin();
        pager.complainOf("badge", "It is gone!");
        pager.complainOf("orders", "Nothing to pack?");
    }

    @Test void aSeverityIsKeptWithTheIncidentItIsAbout() {
        Ended ended = host.run("declare", "orders", "sev1");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(0);
        assertThat(ended.out()).contains("Complaint: orders  (declared SEV1) Nothing to pack?");
        assertThat(host.run("declare", "1", "SEV4").exit()).isEqualTo(0);
        assertThat(pager.pages()).extracting(Page::declared).containsExactly("SEV4", "SEV1");
    }

    @Test void whatIsNeitherAnIncidentNorASeverityIsRefusedWithThoseThatThereAre() {
        Ended unknown = host.run("declare", "order", "SEV1");
        assertThat(unknown.exit()).isEqualTo(64);
        assertThat(unknown.err()).contains("No page 'order'. Pages: #1 badge, #2 orders");
        assertThat(host.run("declare", "orders", "SEV5").err()).contains("SEV5").contains("SEV4");
        assertThat(host.run("declare", "orders").exit()).isEqualTo(64);
        assertThat(pager.pages()).extracting(Page::declared).containsOnlyNulls();
    }

    @Test void itsHelpSaysWhatTheSeveritiesMean() {
        assertThat(host.run("declare", "--help").out()).contains("SEV1, SEV2, SEV3, SEV4").contains("SEV1  customers cannot buy").contains("SEV4  nobody is kept from anything");
    }
}
