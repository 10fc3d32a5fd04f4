package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import oncall.grade.Lab;

/**
 * Three customers by whom a list of today's users shows which day it means: one who signed up just before UTC's
 * day began, one just after, and one now. Afterwards they are taken back out of the shop.
 */
final class SignUps {

    /** Machines' clocks do not agree better than this. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final String before;
    private final String early;
    private final String now;

    SignUps(String before, String early, String now) {
        this.before = before;
        this.early = early;
        this.now = now;
    }

    /**
     * Lets them sign up for as long as somebody looks.
     *
     * @throws IllegalStateException when the day ended meanwhile, so that what was seen means nothing
     */
    static void ofToday(Lab lab, Consumer<SignUps> look) {
        Instant midnight = today();
        try (Customer before = Customer.signedUpAt(lab, midnight.minusSeconds(1));
                Customer early = Customer.signedUpAt(lab, midnight.plusSeconds(1));
                Customer now = Customer.signUp(lab)) {
            before.assertTaken();
            early.assertTaken();
            now.assertTaken();
            look.accept(new SignUps(before.email(), early.email(), now.email()));
        } catch (AssertionError seen) {
            if (!today().equals(midnight)) {
                throw new IllegalStateException("the day ended while somebody looked", seen);
            }
            throw seen;
        }
    }

    /** When UTC's day began; waits where not all machines may agree on that. */
    private static Instant today() {
        Instant moment = Instant.now();
        Instant later = moment.plus(SKEW).truncatedTo(ChronoUnit.DAYS);
        if (moment.minus(SKEW).isBefore(later) && moment.plus(SKEW).isAfter(later)) {
            pause(Duration.between(moment, later.plus(SKEW)));
        }
        return Instant.now().truncatedTo(ChronoUnit.DAYS);
    }

    /** @param list as {@code /api/users/today} gives it; {@code whose} begins the sentence about what is wrong */
    void assertListed(JsonNode list, String whose) {
        Set<String> listed = StreamSupport.stream(list.path("users").spliterator(), false)
                .map(user -> user.path("email").asText()).collect(Collectors.toSet());
        assertThat(listed)
                .withFailMessage("%s of today's users misses somebody who has just signed up", whose)
                .contains(now);
        // The earliest are the last ones, and a long list is cut there.
        assertThat(listed.contains(early) || list.path("count").asInt() > listed.size())
                .withFailMessage("%s of today's users misses somebody who signed up right after midnight (UTC)", whose)
                .isTrue();
        assertThat(listed)
                .withFailMessage("%s of today's users names somebody who signed up before midnight (UTC)", whose)
                .doesNotContain(before);
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
