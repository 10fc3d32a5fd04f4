package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Symptom;
import oncall.health.PathStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Customers can send files, whichever back end gets them, and up to the size that they were promised. Where files
 * arrive, and who makes that place, is the player's business: what is made by hand is gone when the verdict is
 * taken again after a reboot. Only a place where any account could swap a customer's file is refused.
 */
@LabChecks
final class MissingDirectoryChecks {

    private static final int PROMISED = 10_000_000;

    private static final String BY_THE_SETTINGS = "$(sed -n 's/^uploads[.]temporary-directory *[=:] *//p' /etc/shop/*.properties)";

    @Test
    @Symptom
    @DisplayName("each back end takes customers' files")
    void uploads(Lab lab) {
        CustomerFile.assertTakenByEachBackEnd(lab);
    }

    @Test
    @DisplayName("there is room for a file of 10 MB")
    void promisedSize(Lab lab) {
        try (CustomerFile file = CustomerFile.send(lab, PROMISED)) {
            file.assertTaken("A customer's file of 10 MB");
        }
    }

    @Test
    @DisplayName("nobody else can touch files while they arrive")
    void confidential(Lab lab) {
        // Where files arrive, and where they did; what does not exist is left out.
        String places = BY_THE_SETTINGS + " " + lab.seed().get("directory");
        String printed = lab.on("app").sudoOutput(PathStatus.COMMAND + places + " 2>/dev/null || true");
        for (PathStatus place : PathStatus.parse(printed)) {
            assertThat(place.openToAll())
                    .withFailMessage("Every account of the app node may add and remove files in %s (%s)", place.path(),
                            place.rights())
                    .isFalse();
        }
    }
}
