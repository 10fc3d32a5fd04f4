package oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import oncall.pager.Pager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagerTextTest {
    @TempDir private Path folder;
    private Pager pager;

    @BeforeEach void aComplaint() {
        URI nobody = URI.create("http://127.0.0.1:1");
        pager = new Pager(folder.resolve("pager.jsonl"), nobody, nobody, Duration.ofSeconds(2));
        pager.begin();
        pager.complain("SEV2", "Uploads are broken again");
    }

    @Test void aPageSaysWhatWhenHowBadAndWhatToDo() {
        assertThat(PagerText.page(pager.pages().get(0))).containsPattern("^\\d\\d:\\d\\d:\\d\\d  SEV2  #1 Complaint  Uploads are broken again\n").contains("./lab ack 1").doesNotContain("late", "runbook");
    }

    @Test void oneOfSeveralIncidentsIsToBeDeclared() {
        pager.complainOf("badge", "The badge is gone, ".repeat(8).strip());
        assertThat(PagerText.page(pager.pages().get(1))).contains("SEV?  #2 Complaint: badge  The badge is gone").contains("how bad it is: ./lab declare badge SEV1..4")
            .satisfies(text -> assertThat(text.lines()).as("wrapped").hasSizeGreaterThan(2).allMatch(line -> line.length() < 130));
        pager.declare(pager.find("badge").orElseThrow(), "SEV4");
        assertThat(PagerText.page(pager.pages().get(1))).contains("Complaint: badge  (declared SEV4) The badge is gone").doesNotContain("lab declare")
            .satisfies(text -> assertThat(text.lines()).as("wrapped").allMatch(line -> line.length() < 130));
        assertThat(pager.events()).last().satisfies(event -> assertThat(PagerText.event(event, pager.pages())).endsWith("#2 Complaint: badge is declared SEV4"));
    }

    @Test void whatIsTakenOnIsNotToBeTakenOnAgain() {
        pager.acknowledge(pager.pages().get(0));
        assertThat(PagerText.page(pager.pages().get(0))).containsPattern("#1 Complaint  \\(acknowledged at \\d\\d:\\d\\d:\\d\\d\\) Uploads are broken again\n").contains("mended: ./lab resolve 1").doesNotContain("./lab ack");
    }

    @Test void theTicketShowsWhatIsOpenOnly() {
        assertThat(PagerText.summary(pager.pages())).contains("#1 Complaint");
        pager.resolve(pager.pages().get(0), null);
        assertThat(PagerText.summary(pager.pages())).doesNotContain("#1").contains("nothing yet", "./lab watch");
    }

    @Test void everyEventHasItsLine() {
        pager.acknowledge(pager.pages().get(0));
        pager.resolve(pager.pages().get(0), "limit raised");
        pager.poll();
        assertThat(pager.events()).extracting(event -> PagerText.event(event, pager.pages())).satisfiesExactly(
            line -> assertThat(line).contains("#1 Complaint"), line -> assertThat(line).contains("#1 Complaint is taken on"),
            line -> assertThat(line).contains("resolved: limit raised"), line -> assertThat(line).contains("the monitoring is silent", "no answer"));
    }
}
