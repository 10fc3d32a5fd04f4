package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import oncall.grade.Lab;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import oncall.health.HttpRequestSpec;
import oncall.health.SqlProbe;
import oncall.health.SqlReading;

/** Somebody who signs up; closing takes them back out of the shop. */
final class Customer implements AutoCloseable {

    private final Lab lab;
    private final String email;
    private final String problem;

    private Customer(Lab lab, String email, String problem) {
        this.lab = lab;
        this.email = email;
        this.problem = problem;
    }

    static Customer signUp(Lab lab) {
        String email = newEmail(lab);
        HttpReading answer = lab.http().send(HttpRequestSpec.postJson(HttpProbe.API, "/api/users",
                "{\"name\":\"New Visitor\",\"email\":\"%s\"}".formatted(email)));
        return new Customer(lab, email, answer.status() == 201 ? "" : answer.summary());
    }

    /** Somebody who did so at another moment, as the shop's database keeps it. */
    static Customer signedUpAt(Lab lab, Instant moment) {
        String email = newEmail(lab);
        SqlReading kept = SqlProbe.postgres(lab.on("postgres"), "shop").query("""
                INSERT INTO users (name, email, created_at) VALUES ('Earlier Visitor', '%s', to_timestamp(%d))"""
                .formatted(email, moment.getEpochSecond()));
        return new Customer(lab, email, kept.error());
    }

    private static String newEmail(Lab lab) {
        return "visitor-%016x@customer.example".formatted(lab.random().nextLong());
    }

    String email() {
        return email;
    }

    void assertTaken() {
        assertThat(problem).withFailMessage("Nobody can sign up: %s", problem).isEmpty();
    }

    /** By e-mail address, as the shop may have kept somebody whom it did not answer. */
    @Override
    public void close() {
        SqlProbe.postgres(lab.on("postgres"), "shop").query("DELETE FROM users WHERE email = '" + email + "'");
    }
}
