package oncall.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReportsTest {

    private static final Verdict VERDICT = Verdict.of("disk-full", 42, List.of(
            new Judgement("before reboot", List.of(
                    new Finding("the badge is shown", Outcome.PASS, "", Duration.ofMillis(20), false),
                    new Finding("there is room", Outcome.FAIL, "Only 2 % is free", Duration.ofMillis(300), false),
                    new Finding("customers can send files", Outcome.FAIL, "Refused:\n<HTTP \"500\">\u0007",
                            Duration.ofMillis(1500), true),
                    new Finding("orders flow", Outcome.UNKNOWN, "could not look: x", Duration.ZERO, false),
                    new Finding("only elsewhere", Outcome.SKIPPED, "not here", Duration.ZERO, false)), true)));

    @Test
    void tellsPeopleWhatIsWrongAndTheSymptomFirstAndWhyAnythingWasLeftOut() {
        assertThat(new TextReport(false).render(VERDICT)).isEqualTo("""
                before reboot
                  FAIL    customers can send files
                          Refused:
                          <HTTP "500">\u0007
                  FAIL    there is room
                          Only 2 % is free
                  UNKNOWN orders flow
                          could not look: x
                  SKIPPED only elsewhere
                          not here
                  1 check passed, 1 skipped
                NOT FIXED: disk-full (seed 42)
                """);
    }

    @Test
    void tellsPeopleThatAllIsWell() {
        Finding well = new Finding("x", Outcome.PASS, "", Duration.ZERO, false);
        Verdict fixed = Verdict.of("disk-full", 42, List.of(
                new Judgement("before reboot", List.of(well, well), true),
                new Judgement("after reboot", List.of(well, well), true)));

        assertThat(new TextReport(false).render(fixed)).isEqualTo("""
                before reboot
                  2 checks passed
                after reboot
                  2 checks passed
                FIXED: disk-full (seed 42)
                """);
    }

    @Test
    void neverBlamesThePlayerForWhatCouldNotBeLookedAt() {
        Verdict verdict = Verdict.of("disk-full", 42, List.of(Judgement.impossible("after reboot", "app is off")));

        assertThat(new TextReport(false).render(verdict)).contains("UNKNOWN after reboot", "app is off")
                .endsWith("COULD NOT GRADE: disk-full (seed 42). This is not held against you.\n")
                .doesNotContain("NOT FIXED");
    }

    @Test
    void paintsOnlyWhenAsked() {
        assertThat(new TextReport(true).render(VERDICT)).contains("\u001b[31mNOT FIXED\u001b[0m");
        assertThat(new TextReport(false).render(VERDICT)).doesNotContain("\u001b");
    }

    @Test
    void tellsProgramsTheSame() throws Exception {
        JsonNode json = new ObjectMapper().readTree(new JsonReport().render(VERDICT));

        assertThat(json.path("level").asText()).isEqualTo("disk-full");
        assertThat(json.path("seed").asLong()).isEqualTo(42);
        assertThat(json.path("status").asText()).isEqualTo("NOT_FIXED");
        JsonNode finding = json.path("judgements").path(0).path("findings").path(2);
        assertThat(finding.path("check").asText()).isEqualTo("customers can send files");
        assertThat(finding.path("outcome").asText()).isEqualTo("FAIL");
        assertThat(finding.path("message").asText()).isEqualTo("Refused:\n<HTTP \"500\">\u0007");
        assertThat(finding.path("took").asDouble()).isEqualTo(1.5);
        assertThat(finding.path("symptom").asBoolean()).isTrue();
    }

    @Test
    void tellsCiServersInTheirXml() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(
                new InputSource(new StringReader(new JunitXmlReport().render(VERDICT))));

        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("before reboot");
        assertThat(List.of(suite.getAttribute("tests"), suite.getAttribute("failures"), suite.getAttribute("errors"),
                suite.getAttribute("skipped"), suite.getAttribute("time"))).containsExactly("5", "2", "1", "1", "1.820");
        Element failure = (Element) xml.getElementsByTagName("failure").item(1);
        assertThat(failure.getAttribute("message")).isEqualTo("Refused:");
        assertThat(failure.getTextContent()).isEqualTo("Refused:\n<HTTP \"500\">?");
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("customers can send files");
        assertThat(xml.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(xml.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    }
}
