package shop.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
    private static final Pattern ROW = Pattern.compile("\\('([0-9a-f-]{36})', '([^']+)', (\\d+), '([0-9a-f]{64})',");

    @TempDir
    Path directory;

    @Test
    @DisplayName("each of the customers' old files has its row, with its size and checksum")
    void rowsMatchFiles() throws Exception {
        Path uploads = directory.resolve("uploads");
        Path sql = directory.resolve("uploads.sql");
        Shell.Result result = Shell.run("box/uploads.sh", uploads, sql, "2026-01-31");
        assertThat(result.exit()).as(result.output()).isZero();

        var rows = ROW.matcher(Files.readString(sql)).results().toList();
        try (Stream<Path> files = Files.list(uploads)) {
            assertThat(files).hasSameSizeAs(rows).hasSize(60);
        }
        for (MatchResult row : rows) {
            byte[] bytes = Files.readAllBytes(uploads.resolve(row.group(1)));
            assertThat(bytes).hasSize(Integer.parseInt(row.group(3)));
            assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))).isEqualTo(row.group(4));
        }
    }
}
