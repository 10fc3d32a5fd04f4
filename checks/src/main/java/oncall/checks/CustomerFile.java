package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import oncall.grade.Lab;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import oncall.health.HttpRequestSpec;

/** A file of random bytes, sent as a customer would; closing takes it back out of the shop. */
final class CustomerFile implements AutoCloseable {

    private static final String PATH = "/api/uploads";
    /** For ten megabytes through four programs on emulated CPUs. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Lab lab;
    private final byte[] content;
    private final HttpReading answer;

    private CustomerFile(Lab lab, byte[] content, HttpReading answer) {
        this.lab = lab;
        this.content = content;
        this.answer = answer;
    }

    /** @param size in bytes */
    static CustomerFile send(Lab lab, int size) {
        byte[] content = new byte[size];
        lab.random().nextBytes(content);
        HttpReading answer = lab.http().send(HttpRequestSpec.of("POST", HttpProbe.API, PATH)
                .header("Content-Type", "application/octet-stream")
                .header("X-File-Name", "artwork-" + Integer.toHexString(lab.random().nextInt()) + ".pdf")
                .body(content)
                .within(PATIENCE));
        return new CustomerFile(lab, content, answer);
    }

    HttpReading answer() {
        return answer;
    }

    /** Fails unless the shop took the whole file; {@code what} begins the sentence that says so. */
    void assertTaken(String what) {
        assertThat(answer.status()).withFailMessage("%s was refused: %s", what, answer.summary()).isEqualTo(201);
        assertThat(answer.json().path("sha256").asText())
                .withFailMessage("%s arrived changed: the shop stored something else than was sent", what)
                .isEqualTo(sha256(content));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Takes it back out, as its customer may; once more does no harm. */
    void remove() {
        String id = answer.json().path("id").asText("");
        if (answer.ok() && !id.isEmpty()) {
            lab.http().send(HttpRequestSpec.of("DELETE", HttpProbe.API, PATH + "/" + id).within(PATIENCE));
        }
    }

    @Override
    public void close() {
        remove();
    }
}
