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

    private static final String SETTING = "sed -n 's/[[:space:]]*$//; s/^[[:space:]]*uploads[.]temporary-directory *[=:] *//p' ";

    private static final String BY_THE_SETTINGS = "$(" + SETTING + "/etc/shop/*.properties)";

    /**
     * Prints where a back end's files arrive if the service manager makes it for another service, and removes it when
     * that one is stopped. Of the settings of a back end, the last word counts.
     */
    static final String TAKEN_AWAY = """
            for unit in shop-api@8081 shop-api@8082 shop-worker; do
                [ "$(systemctl show --value -p RuntimeDirectoryPreserve $unit)" != yes ] || continue
                for made in $(systemctl show --value -p RuntimeDirectory $unit); do
                    for port in 8081 8082; do
                        [ $unit != shop-api@$port ] || continue
                        place=$(%s /etc/shop/shop.properties /etc/shop/api-$port.properties | tail -n 1)
                        [ -n "$place" ] || continue
                        case $(readlink -m -- "$place")/ in "/run/${made%%%%:*}/"*) echo "$place" ;; esac
                    done
                done
            done 2>/dev/null | head -1
            """.formatted(SETTING);

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
    @DisplayName("no service takes the place away from a back end")
    void outlivesEither(Lab lab) {
        String taken = lab.on("app").sudoOutput(TAKEN_AWAY);
        assertThat(taken)
                .withFailMessage("While one of the shop's services is stopped, a back end that runs has no place where customers' "
                        + "files could arrive (%s)", taken)
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
