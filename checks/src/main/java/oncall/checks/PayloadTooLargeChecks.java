package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import oncall.grade.InBrowser;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Symptom;
import oncall.health.HttpReading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The shop sells uploads of up to 10 MB: these pass, larger ones do not, and absurdly large ones never get
 * as far as the back end. Who says no to a file just above the limit is left open; a configuration may have
 * the edge a little wider than the application.
 */
@LabChecks
final class PayloadTooLargeChecks {

    /** Ten megabytes as a customer's file manager counts them; below both meanings of the word. */
    private static final int PROMISED = 10_000_000;
    private static final int JUST_TOO_LARGE = 10 * 1024 * 1024 + 1;
    private static final int SMALL = 2_000;

    @Test
    @Symptom
    @DisplayName("customers can send files of up to 10 MB")
    void promisedSize(Lab lab) {
        try (CustomerFile file = CustomerFile.send(lab, PROMISED)) {
            file.assertTaken("A customer's file of 10 MB");
        }
    }

    @Test
    @DisplayName("files of more than 10 MB are refused")
    void aboveThePromise(Lab lab) {
        HttpReading announced = CustomerFile.announce(lab, JUST_TOO_LARGE);
        if (announced.status() == 413) {
            return;
        }
        // Somebody wants to see the body before deciding.
        try (CustomerFile file = CustomerFile.send(lab, JUST_TOO_LARGE)) {
            assertThat(file.answer().status())
                    .withFailMessage("A file just above 10 MB should be refused as too large, but the answer was %s",
                            file.answer().summary())
                    .isEqualTo(413);
        }
    }

    @Test
    @DisplayName("a file of 200 MB is turned away at the edge")
    void absurdSize(Lab lab) {
        CustomerFile.assertAbsurdOneIsTurnedAway(lab);
    }

    @Test
    @DisplayName("uploads are spread over both back ends")
    void bothInstances(Lab lab) {
        Set<String> seen = BackEnds.seenIn(Stream.generate(() -> sendSmall(lab)));
        assertThat(seen)
                .withFailMessage("Uploads are served by %s only: the other back end gets none, and nobody would "
                        + "step in if this one failed", seen.isEmpty() ? "nobody" : seen)
                .containsAll(BackEnds.ALL);
    }

    @Test
    @InBrowser
    @DisplayName("a customer's browser can send a file of 10 MB")
    void inBrowser(Lab lab) {
        try (ShopPages shop = ShopPages.open(lab)) {
            shop.assertTakes(PROMISED);
        }
    }

    private static HttpReading sendSmall(Lab lab) {
        try (CustomerFile file = CustomerFile.send(lab, SMALL)) {
            return file.answer();
        }
    }
}
