package oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import oncall.level.Level;
import oncall.level.Severity;
import oncall.session.Ticket;
import org.junit.jupiter.api.Test;

class TicketTextTest {
    private static String text(Path from) {
        Level level = new Level("our-outage", Path.of("/team/our-outage"), "Customers wait", Severity.SEV2, 2, "Sales\n  are lost.", "It is slow.\n", List.of(), List.of(),
            List.of(), Map.of(), List.of("Is it the disk?"), List.of(), List.of(), List.of(), List.of(), List.of(), false);
        return TicketText.text(new Ticket(level, level.seed(7), false, URI.create("http://127.0.0.1:8080"), List.of("proxy", "app"), Path.of("/r.md"), from, List.of()));
    }

    @Test void tellsHowOthersPlayTheSameIncident() {
        assertThat(text(null)).contains("Customers wait", "Impact: Sales are lost.", "our-outage, seed 7", "with: ./lab up our-outage --seed 7)").doesNotContain("disk");
        assertThat(text(Path.of("/team"))).contains("./lab up our-outage --seed 7 --levels /team)");
    }
}
