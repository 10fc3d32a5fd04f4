package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import oncall.grade.Lab;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import oncall.health.HttpRequestSpec;
import oncall.health.SqlProbe;

/** A file of random bytes, sent as a customer would; closing takes it back out of the shop. */
final class CustomerFile implements AutoCloseable {

    private static final String PATH = "/api/uploads";
    private static final int SMALL = 2_000;
    private static final long ABSURD = 200_000_000L;
    private static final Duration WORD = Duration.ofSeconds(10);
    /** For ten megabytes through four programs on emulated CPUs. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Lab lab;
    private final String name;
    private final byte[] content;
    private final HttpReading answer;

    private CustomerFile(Lab lab, String name, byte[] content, HttpReading answer) {
        this.lab = lab;
        this.name = name;
        this.content = content;
        this.answer = answer;
    }

    /** @param size in bytes */
    static CustomerFile send(Lab lab, int size) {
        byte[] content = new byte[size];
        lab.random().nextBytes(content);
        String name = "artwork-%016x.pdf".formatted(lab.random().nextLong());
        HttpReading answer = lab.http().send(HttpRequestSpec.of("POST", HttpProbe.API, PATH)
                .header("Content-Type", "application/octet-stream")
                .header("X-File-Name", name)
                .body(content)
                .within(PATIENCE));
        return new CustomerFile(lab, name, content, answer);
    }

    /** Sends small files until each back end has had one; fails unless all of them took theirs. */
    static void assertTakenByEachBackEnd(Lab lab) {
        BackEnds.answers(() -> {
            try (CustomerFile file = send(lab, SMALL)) {
                return file.answer();
            }
        }).forEach((instance, answer) -> assertThat(answer.status())
                .withFailMessage("Customers' files are refused by the back end %s: %s", instance, answer.summary())
                .isEqualTo(201));
    }

    /** Says that it will send so much; 100 as the answer means that the whole body is wanted. */
    static HttpReading announce(Lab lab, long size) {
        return lab.http().announce(HttpProbe.API, PATH, size, WORD);
    }

    /** Fails where 200 MB get as far as a back end, or its customer does not hear that they are too large. */
    static void assertAbsurdOneIsTurnedAway(Lab lab) {
        HttpReading answer = announce(lab, ABSURD);
        assertThat(answer.status())
                .withFailMessage("A file of 200 MB is not turned away at the edge: the shop begins to take it in")
                .isNotIn(100, 200, 201);
        assertThat(answer.header("X-Shop-Instance"))
                .withFailMessage("A file of 200 MB gets as far as the back end before somebody refuses it")
                .isEqualTo(Optional.empty());
        assertThat(answer.status())
                .withFailMessage("A customer who sends 200 MB should hear that it is too large, but the answer was %s",
                        answer.summary())
                .isEqualTo(413);
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
        delete(answer.json().path("id").asText());
    }

    /** By name where no answer came, as the shop may have kept a file that it did not confirm. */
    @Override
    public void close() {
        if (answer.ok()) {
            remove();
        } else if (!answer.answered() || answer.status() >= 502) {
            SqlProbe.postgres(lab.on("postgres"), "shop")
                    .query("SELECT id FROM uploads WHERE name = '" + name + "'")
                    .rows().forEach(row -> delete(row.get(0)));
        }
    }

    private void delete(String id) {
        lab.http().send(HttpRequestSpec.of("DELETE", HttpProbe.API, PATH + "/" + id).within(PATIENCE));
    }
}
