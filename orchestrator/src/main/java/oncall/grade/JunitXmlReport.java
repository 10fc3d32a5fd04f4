package oncall.grade;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A verdict for CI servers, in the XML which Ant's JUnit task made common: one suite per judgement. */
public final class JunitXmlReport {

    public String render(Verdict verdict) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            start(xml, "testsuites", "name", verdict.level() + " (seed " + verdict.seed() + ")");
            for (Judgement judgement : verdict.judgements()) {
                write(xml, verdict, judgement);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.append('\n').toString();
    }

    private static void write(XMLStreamWriter xml, Verdict verdict, Judgement judgement) throws XMLStreamException {
        List<Finding> findings = judgement.findings();
        start(xml, "testsuite", "name", judgement.phase(), "tests", findings.size(),
                "failures", count(findings, Outcome.FAIL), "errors", count(findings, Outcome.UNKNOWN),
                "skipped", count(findings, Outcome.SKIPPED), "time", seconds(
                        findings.stream().map(Finding::took).reduce(Duration.ZERO, Duration::plus)));
        for (Finding finding : findings) {
            start(xml, "testcase", "classname", verdict.level(), "name", finding.check(),
                    "time", seconds(finding.took()));
            switch (finding.outcome()) {
                case FAIL -> detail(xml, "failure", finding.message());
                case UNKNOWN -> detail(xml, "error", finding.message());
                case SKIPPED -> detail(xml, "skipped", finding.message());
                case PASS -> { }
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void detail(XMLStreamWriter xml, String element, String message) throws XMLStreamException {
        start(xml, element, "message", message.lines().findFirst().orElse(""));
        // An attribute cannot hold more than one line.
        xml.writeCharacters(legal(message));
        xml.writeEndElement();
    }

    private static void start(XMLStreamWriter xml, String element, Object... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute((String) attributes[i], legal(String.valueOf(attributes[i + 1])));
        }
    }

    /** A program's output may hold characters that XML has no way to write. */
    private static String legal(String text) {
        return text.replaceAll("[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?");
    }

    private static long count(List<Finding> findings, Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).count();
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
    }
}
