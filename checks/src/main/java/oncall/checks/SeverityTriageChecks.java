package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Symptom;
import oncall.health.HttpProbe;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Each of the incidents that a variant may bring is over. Which of them was mended first, and how severe each was said to be,
 * is judged apart from that.
 */
@LabChecks
final class SeverityTriageChecks {

    /** Ten megabytes are promised. */
    private static final int PROMISED = 10_000_000;

    @Test
    @Symptom
    @DisplayName("an order that a customer places is taken and fulfilled")
    void newOrders(Lab lab) {
        CustomerOrder.assertOneIsFulfilled(lab);
    }

    @Test
    @DisplayName("no order of the outage is left behind")
    void oldOrders(Lab lab) {
        OutageOrders.assertNoneLeftBehind(lab);
    }

    @Test
    @DisplayName("customers can send files of up to 10 MB")
    void files(Lab lab) {
        try (CustomerFile file = CustomerFile.send(lab, PROMISED)) {
            file.assertTaken("A customer's file of 10 MB");
        }
    }

    @Test
    @DisplayName("a file of 200 MB is turned away at the edge")
    void absurdFiles(Lab lab) {
        CustomerFile.assertAbsurdOneIsTurnedAway(lab);
    }

    @Test
    @DisplayName("searching invoices finds what is there")
    void searches(Lab lab) {
        for (InvoiceSearch search : InvoiceSearch.ofEachKind(lab)) {
            search.assertFound(search.send(lab));
        }
    }

    @Test
    @DisplayName("the badge is shown, by either back end")
    void badge(Lab lab) {
        BackEnds.answers(() -> lab.http().get(HttpProbe.API, "/api/badge")).forEach((instance, answer) ->
                assertThat(answer.status()).withFailMessage("The badge, by the back end on port %s, gives %s", instance, answer.summary())
                        .isEqualTo(200));
    }
}
