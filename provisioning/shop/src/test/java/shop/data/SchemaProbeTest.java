package shop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaProbeTest {
    @TempDir
    Path migrations;

    @Test
    @DisplayName("the newest migration is the highest number, not the last name")
    void newest() throws IOException {
        for (String script : new String[] {"V1__users.sql", "V9__ninth.sql", "V10__tenth.sql", "README"}) {
            Files.createFile(migrations.resolve(script));
        }
        assertThat(SchemaProbe.newest(migrations)).isEqualTo(10);
    }

    @Test
    @DisplayName("a migration without a number is told")
    void unnumbered() throws IOException {
        Files.createFile(migrations.resolve("Vx__mistake.sql"));

        assertThatThrownBy(() -> SchemaProbe.newest(migrations)).isInstanceOf(IOException.class)
                .hasMessageContaining(migrations.toString());
    }
}
