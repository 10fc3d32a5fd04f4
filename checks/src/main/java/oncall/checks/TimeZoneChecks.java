package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Symptom;
import oncall.health.HttpProbe;
import oncall.health.UnitStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The list of today's users keeps to UTC's day, from both back ends, at every hour.
 *
 * <p>A wrong zone shows on some hours of the day only, so that a look at the list proves little. Where a JVM goes by
 * UTC the list is right for good. Where it does not, the code may be: it is so if the list is right in two zones that
 * stand differently to UTC's day. One is the zone that the JVM is in, the other one is tried with a back end of our own.
 */
@LabChecks
final class TimeZoneChecks {

    private static final String TODAY = "/api/users/today";
    private static final String UNITS = "shop-api@8081.service shop-api@8082.service";
    /** The farthest zones that a JVM knows: at any hour at least one of them is on another day than UTC. */
    private static final String FAR_EAST = "GMT+18:00";
    private static final String FAR_WEST = "GMT-18:00";
    private static final int SAME_TIME_SECONDS = 60;

    @Test
    @Symptom
    @DisplayName("today's users are those who signed up today")
    void today(Lab lab) {
        SignUps.ofToday(lab, signUps -> assertListed(lab, signUps));
    }

    @Test
    @DisplayName("the list of today's users is right at every hour of the day")
    void everyHour(Lab lab) {
        Instant now = Instant.now();
        List<JvmZone> elsewhere = UnitStatus.parse(lab.on("app").output(UnitStatus.COMMAND + UNITS)).stream()
                .peek(unit -> assertThat(unit.running())
                        .withFailMessage("The service %s is %s (%s)", unit.name(), unit.active(), unit.sub()).isTrue())
                .map(unit -> JvmZone.of(lab.on("app"), unit.mainPid()))
                .filter(zone -> !zone.isUtc(now)).toList();
        if (elsewhere.isEmpty()) {
            return;
        }
        String other = elsewhere.stream().noneMatch(zone -> zone.onUtcsDay(now)) ? "UTC"
                : JvmZone.parse("user.timezone=" + FAR_EAST).onUtcsDay(now) ? FAR_WEST : FAR_EAST;
        SignUps.ofToday(lab, signUps -> {
            assertListed(lab, signUps);
            signUps.assertListed(TrialBackEnd.todaysUsers(lab, other),
                    "All seems well just now, but in a few hours the list");
        });
    }

    @Test
    @DisplayName("the app node's clock agrees with the others'")
    void clock(Lab lab) {
        long app = Long.parseLong(lab.on("app").output("date +%s"));
        long postgres = Long.parseLong(lab.on("postgres").output("date +%s"));
        assertThat(Math.abs(app - postgres))
                .withFailMessage("The app node's clock is wrong: it is %d minutes away from the databases'",
                        Math.abs(app - postgres) / 60)
                .isLessThan(SAME_TIME_SECONDS);
    }

    private static void assertListed(Lab lab, SignUps signUps) {
        BackEnds.answers(() -> lab.http().get(HttpProbe.API, TODAY)).forEach((backEnd, answer) -> {
            assertThat(answer.status())
                    .withFailMessage("Back end %s gives %s to who asks for today's users", backEnd, answer.summary())
                    .isEqualTo(200);
            signUps.assertListed(answer.json(), "Back end " + backEnd + "'s list");
        });
    }
}
