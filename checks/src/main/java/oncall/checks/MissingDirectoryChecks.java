package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import oncall.grade.Allows;
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
// Where files arrived before the fault: it may be used again, with fewer rights.
@Allows(files = "app:" + MissingDirectoryChecks.BEFORE)
final class MissingDirectoryChecks {

    static final String BEFORE = "/var/lib/shop/incoming";
    private static final int PROMISED = 10_000_000;

    private static final String BY_THE_SETTINGS = "$(sed -n 's/^uploads[.]temporary-directory *[=:] *//p' /etc/shop/*.properties)";

    /** Prints where files arrive if it is what the service manager makes for both instances and removes with either. */
    static final String TAKEN_AWAY = """
            for unit in shop-api@8081 shop-api@8082; do
                [ "$(systemctl show --value -p RuntimeDirectoryPreserve $unit)" != no ] ||
                    systemctl show --value -p RuntimeDirectory $unit | tr -s ' ' '\\n' | sort -u
            done | sort | uniq -d | while read -r shared; do
                [ -n "$shared" ] || continue
                for place in %s; do
                    case $(readlink -m -- "$place")/ in "/run/$shared/"*) echo "$place" ;; esac
                done
            done | head -1
            """.formatted(BY_THE_SETTINGS);

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
    @DisplayName("neither back end takes the place away from the other")
    void outlivesEither(Lab lab) {
        String taken = lab.on("app").sudoOutput(TAKEN_AWAY);
        assertThat(taken)
                .withFailMessage("While one back end is stopped, the other one has no place where customers' files could arrive (%s)", taken)
                .isEmpty();
    }

    @Test
    @DisplayName("the back ends run as the shop's own user, without further rights")
    void ownUser(Lab lab) {
        ServiceProcess.assertBackEndsAreTheShops(lab);
    }

    @Test
    @DisplayName("nobody else can touch files while they arrive")
    void confidential(Lab lab) {
        // Where files arrive, and where they did; what does not exist is left out, and a link's own rights say nothing.
        String places = "$(readlink -e -- %s %s %s)".formatted(BY_THE_SETTINGS, lab.seed().get("directory"), BEFORE);
        String printed = lab.on("app").sudoOutput(PathStatus.COMMAND + places + " 2>/dev/null || true");
        for (PathStatus place : PathStatus.parse(printed)) {
            assertThat(place.openToAll())
                    .withFailMessage("Every account of the app node may add and remove files in %s (%s)", place.path(),
                            place.rights())
                    .isFalse();
        }
    }
}
