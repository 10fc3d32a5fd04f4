package shop.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {
    @TempDir
    Path uploads;
    @TempDir
    Path incoming;
    private RunningApi api;

    @BeforeEach
    void start() {
        api = new RunningApi(uploads, incoming);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private HttpResponse<String> upload(int size, String... headers) throws Exception {
        return api.send(api.request("/api/uploads", headers).POST(BodyPublishers.ofByteArray("x".repeat(size).getBytes())));
    }

    private static long files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }

    @Test
    @DisplayName("a file of just the limit is kept, can be fetched, and is gone after a delete")
    void roundTrip() throws Exception {
        HttpResponse<String> created = upload(RunningApi.LIMIT_BYTES, "X-File-Name", "k%C3%A4se.txt");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(RunningApi.json(created).get("name").getAsString()).isEqualTo("käse.txt");
        assertThat(RunningApi.json(created).get("size").getAsInt()).isEqualTo(RunningApi.LIMIT_BYTES);
        assertThat(RunningApi.json(created).get("sha256").getAsString())
                .isEqualTo(sha256("x".repeat(RunningApi.LIMIT_BYTES)));
        String target = "/api/uploads/" + RunningApi.json(created).get("id").getAsString();

        assertThat(api.get(target).body()).isEqualTo("x".repeat(RunningApi.LIMIT_BYTES));
        assertThat(api.send(api.request(target).DELETE()).statusCode()).isEqualTo(204);
        assertThat(api.get(target).statusCode()).isEqualTo(404);
        assertThat(files(uploads)).isZero();
        assertThat(files(incoming)).isZero();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes()));
    }

    @Test
    @DisplayName("one byte more is refused with 413 in JSON, and leaves nothing behind")
    void tooLarge() throws Exception {
        HttpResponse<String> response = upload(RunningApi.LIMIT_BYTES + 1, "X-File-Name", "a.txt");

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(RunningApi.json(response).get("error").getAsString()).contains("larger than 3000 bytes");
        assertThat(files(uploads) + files(incoming)).isZero();
        assertThat(api.memory.uploads).isEmpty();
    }

    @Test
    @DisplayName("a body without a declared length is refused, too, once it exceeds the limit")
    void tooLargeChunked() throws Exception {
        byte[] body = new byte[RunningApi.LIMIT_BYTES * 3 / 2];
        HttpResponse<String> response = api.send(api.request("/api/uploads", "X-File-Name", "a")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(files(uploads) + files(incoming)).isZero();
    }

    @Test
    @DisplayName("a missing temporary directory is an internal error that tells the customer nothing of our paths")
    void temporaryDirectoryGone() throws Exception {
        Files.delete(incoming);

        HttpResponse<String> response = upload(10, "X-File-Name", "a.txt");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("Something went wrong").doesNotContain(incoming.toString());
        Files.createDirectory(incoming);
        assertThat(upload(10, "X-File-Name", "a.txt").statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName("a file whose row cannot be stored is not kept")
    void databaseDown() throws Exception {
        api.memory.databaseDown = true;

        assertThat(upload(10, "X-File-Name", "a.txt").statusCode()).isEqualTo(503);
        assertThat(files(uploads) + files(incoming)).isZero();
    }

    @Test
    @DisplayName("an upload needs a name, and an id that is none is not found")
    void badRequests() throws Exception {
        assertThat(upload(10).statusCode()).isEqualTo(400);
        assertThat(api.get("/api/uploads/..%2f..%2fetc%2fpasswd").statusCode()).isIn(400, 404);
        assertThat(api.get("/api/uploads/not-an-id").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("of a name with a path only the last part is taken")
    void names() {
        assertThat(UploadRoutes.fileName("..%2F..%2Fetc%2Fpasswd")).isEqualTo("passwd");
        assertThat(UploadRoutes.fileName("C:\\temp\\photo.jpg")).isEqualTo("photo.jpg");
        assertThat(UploadRoutes.fileName("100%")).isEqualTo("100%");
        assertThat(UploadRoutes.fileName("a+b")).isEqualTo("a+b");
        assertThatThrownBy(() -> UploadRoutes.fileName("dir/")).isInstanceOf(ApiError.class);
    }
}
