package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MigrateTest {

    @Test
    void waitsForTheDatabasesAsLongAsAnIndexTakes() throws Exception {
        for (String line : Files.readAllLines(Path.of("etc/shop.properties"))) {
            if (line.startsWith("db.") && line.contains(".url=")) {
                assertThat(Migrate.patient(line)).isEqualTo(line.replace("socketTimeout=60000", "socketTimeout=0")
                        .replace("socketTimeout=60&", "socketTimeout=0&")).isNotEqualTo(line);
            }
        }
    }
}
