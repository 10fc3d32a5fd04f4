package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Symptom;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** TODO: what "fixed" means here, in a sentence or two: behaviour and state, never the command that was used. */
@LabChecks
final class @class@ {

    @Test
    @Symptom
    @DisplayName("TODO: what customers cannot do while it is broken, said as what should be")
    void symptom(Lab lab) {
        // TODO: do what a customer does, with fresh data, and take it away again; Customer, CustomerFile, CustomerOrder help.
        HttpReading page = lab.http().get(HttpProbe.SHOP, "/");
        assertThat(page.status())
                .withFailMessage("TODO: what is still wrong, without giving the cause away: %s", page.summary())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("TODO: what is still wrong after a mend that only hides the symptom, said as what should be")
    void cause(Lab lab) {
        // TODO: ask a machine or a database; not how it was mended, but whether it can happen again.
        assertThat(lab.on("@vm@").run("true").ok())
                .withFailMessage("TODO: what is still wrong, without giving the cause away")
                .isTrue();
    }
}
