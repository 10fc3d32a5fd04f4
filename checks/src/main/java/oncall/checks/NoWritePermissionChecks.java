package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import oncall.grade.Allows;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Steady;
import oncall.grade.Symptom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The shop's user can write where customers' files arrive and are kept, nobody else can, and it stays so. How owner,
 * group and mode bring that about is left open. That it lasts is tried out: the verdict is taken again after a reboot,
 * and a deployment and a start are rehearsed, so that what puts the rights back meanwhile hides nothing.
 */
@LabChecks
// Fewer rights for others are as good, also above; more of them, or too few for the shop, are refused here.
@Allows(files = {"app:/var/lib/shop", "app:/var/lib/shop/incoming", "app:/var/lib/shop/uploads"})
final class NoWritePermissionChecks {

    /** Files, too, and folders like /tmp: here nobody else has anything to write. The shop's files come and go meanwhile. */
    static final String OPEN_TO_ALL =
            "find /var/lib/shop ! -type l -perm -o=w -printf '%p is %m %u:%g' -quit 2>/dev/null || true";

    @Test
    @Symptom
    @DisplayName("each back end takes customers' files")
    void uploads(Lab lab) {
        CustomerFile.assertTakenByEachBackEnd(lab);
    }

    @Test
    @DisplayName("the shop's own user can write where customers' files belong")
    void writable(Lab lab) {
        long refused = DeploymentRehearsal.refusedIn(lab.on("app"), "/var/lib/shop").size();
        assertThat(refused)
                .withFailMessage("Of the two directories below /var/lib/shop that customers' files belong to, %d cannot "
                        + "be written by the shop's own user", refused)
                .isZero();
    }

    @Test
    @DisplayName("nobody else can write there")
    void confidential(Lab lab) {
        String open = lab.on("app").sudoOutput(OPEN_TO_ALL);
        assertThat(open)
                .withFailMessage("Every account of the app node may add or change customers' files (%s)", open)
                .isEmpty();
    }

    @Test
    @DisplayName("the back ends run as the shop's own user, without further rights")
    void ownUser(Lab lab) {
        ServiceProcess.assertBackEndsAreTheShops(lab);
    }

    @Test
    @Steady
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    @DisplayName("the next deployment leaves it so")
    void nextDeployment(Lab lab) {
        DeploymentRehearsal rehearsal = DeploymentRehearsal.on(lab.on("app"));
        assertThat(rehearsal.failure())
                .withFailMessage("A deployment would not succeed any more: %s", rehearsal.failure()).isEmpty();
        assertThat(rehearsal.refused())
                .withFailMessage("It would not last: after the next routine work on the app node, customers could not "
                        + "send files again").isEmpty();
        assertThat(rehearsal.open())
                .withFailMessage("After the next deployment every account of the app node could add and remove customers' "
                        + "files").isEmpty();
    }

    @Test
    @Steady
    @DisplayName("the next start of the node and of the back ends leaves it so")
    void nextStart(Lab lab) {
        StartRehearsal rehearsal = StartRehearsal.on(lab.on("app"));
        assertThat(rehearsal.refused())
                .withFailMessage("It would not last: the next time that the app node or a back end starts, customers could not "
                        + "send files again").isEmpty();
        assertThat(rehearsal.open())
                .withFailMessage("After the next start every account of the app node could add and remove customers' files")
                .isEmpty();
    }
}
