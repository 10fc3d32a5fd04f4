package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import oncall.grade.Lab;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import oncall.health.HttpRequestSpec;
import oncall.health.SqlProbe;

/** Somebody who signs up; closing takes them back out of the shop. */
final class Customer implements AutoCloseable {

    private final Lab lab;
    private final String email;
    private final HttpReading answer;

    private Customer(Lab lab, String email, HttpReading answer) {
        this.lab = lab;
        this.email = email;
        this.answer = answer;
    }

    static Customer signUp(Lab lab) {
        String email = "visitor-%016x@customer.example".formatted(lab.random().nextLong());
        return new Customer(lab, email, lab.http().send(HttpRequestSpec.postJson(HttpProbe.API, "/api/users",
                "{\"name\":\"New Visitor\",\"email\":\"%s\"}".formatted(email))));
    }

    String email() {
        return email;
    }

    void assertTaken() {
        assertThat(answer.status())
                .withFailMessage("Nobody can sign up: %s", answer.summary())
                .isEqualTo(201);
    }

    /** By e-mail address, as the shop may have kept somebody whom it did not answer. */
    @Override
    public void close() {
        SqlProbe.postgres(lab.on("postgres"), "shop").query("DELETE FROM users WHERE email = '" + email + "'");
    }
}
