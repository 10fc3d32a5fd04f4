package oncall.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import oncall.remote.SshRemote;
import oncall.remote.TestSshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through a real SSH connection and bash; only the databases' own programs are stand-ins. */
class SqlProbeTest {

    @TempDir
    Path folder;

    private TestSshServer server;
    private SshRemote remote;

    @BeforeEach
    void connect() throws IOException {
        server = new TestSshServer(folder);
        remote = new SshRemote(server.endpoint("postgres"));
        program("setpriv", "[ \"$1 $3\" = '--reuid=postgres --init-groups' ] || exit 9; shift 3; exec \"$@\"");
    }

    @AfterEach
    void disconnect() {
        remote.close();
        server.close();
    }

    @Test
    void asksPostgresAsItsAdministratorWithinALimit() throws IOException {
        program("psql", "printf '%s\\x1f%s\\n' \"$PGOPTIONS\" \"$*\"; cat");
        String sql = "SELECT 'it''s', \"x\", $1, E'\\\\n', `y`";

        SqlReading reading = SqlProbe.postgres(remote, "shop", folder + "/versions/*/psql").query(sql);

        assertThat(reading.ok()).isTrue();
        assertThat(reading.rows().get(0)).containsExactly("-c statement_timeout=20000 -c lock_timeout=5000",
                "-w -XAtq -v ON_ERROR_STOP=1 -F ", " -d shop");
        assertThat(reading.rows().get(1)).containsExactly(sql);
    }

    @Test
    void prefersTheProgramOfTheNewestVersionToTheWrapper() throws IOException {
        program("psql", "echo wrapper");
        for (String version : List.of("15", "17")) {
            Path folder = Files.createDirectories(this.folder.resolve("versions").resolve(version));
            Files.move(program("psql-" + version, "echo " + version), folder.resolve("psql"));
        }

        assertThat(SqlProbe.postgres(remote, "shop", folder + "/versions/*/psql").query("SELECT 1").single())
                .isEqualTo("17");
    }

    @Test
    void asksMysqlWithinALimit() throws IOException {
        program("mysql", "printf '%s\\n' \"$@\"; cat");

        assertThat(SqlProbe.mysql(remote, "billing").query("SELECT 1").rows()).containsExactly(
                List.of("-NB"), List.of("--connect-timeout=5"),
                List.of("--init-command=SET SESSION max_execution_time=20000, lock_wait_timeout=5"),
                List.of("billing"), List.of("SELECT 1"));
    }

    @Test
    void readsRowsAndFieldsAlsoEmptyOnes() throws IOException {
        program("mysql", "printf '1\\t\\tNULL\\n2\\tb\\t\\n'");
        SqlReading reading = SqlProbe.mysql(remote, "billing").query("SELECT 1");

        assertThat(reading.rows()).containsExactly(List.of("1", "", "NULL"), List.of("2", "b", ""));
        assertThat(reading.single()).isEqualTo("1");
    }

    @Test
    void aRefusalIsAReading() throws IOException {
        program("psql", "echo 'psql: error: the database system is shutting down' >&2; exit 2");
        SqlReading reading = SqlProbe.postgres(remote, "shop", folder + "/versions/*/psql").query("SELECT 1");

        assertThat(reading.ok()).isFalse();
        assertThat(reading.error()).isEqualTo("psql: error: the database system is shutting down");
        assertThat(reading.rows()).isEmpty();
        assertThatThrownBy(reading::single).hasMessageContaining("shutting down");
    }

    @Test
    void nothingToReadHasNoSingleValue() throws IOException {
        program("psql", "exit 0");

        assertThatThrownBy(() -> SqlProbe.postgres(remote, "shop", folder + "/versions/*/psql").query("SELECT 1").single())
                .hasMessage("no single value: no row");
    }

    @Test
    void silenceOfTheDatabaseIsAReadingToo() throws IOException {
        program("timeout", "[ \"$1\" = 25 ] || exit 9; exit 124");

        assertThat(SqlProbe.postgres(remote, "shop", folder + "/versions/*/psql").query("SELECT 1").error()).isEqualTo("no answer within 25 s");
    }

    private Path program(String name, String body) throws IOException {
        Path file = Files.writeString(folder.resolve("bin").resolve(name), "#!/bin/bash\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
