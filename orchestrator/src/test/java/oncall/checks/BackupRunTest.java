package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import oncall.process.FakeTools;
import oncall.process.Program;
import oncall.process.ProgramResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tries jobs of cron's and units on this host, with a database and a service manager that are none. */
class BackupRunTest {

    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TempDir
    private Path folder;
    private Path store;
    private FakeTools tools;

    @BeforeEach
    void prepare() throws IOException {
        store = Files.createDirectories(folder.resolve("store"));
        Files.createDirectories(folder.resolve("cgroup/system.slice/cron.service"));
        Files.createFile(folder.resolve("cgroup/system.slice/cron.service/cgroup.procs"));
        String columns = "new@customer.example\\nSKU-1\\n7\\t2026-11-21\\n";
        tools = new FakeTools(folder)
                .tool("setpriv", "shift 5; exec \"$@\"")
                .tool("pg_dump", "sleep 0.9; printf '" + columns + "'")
                // Only what belongs to this test: the host may be packing something, too.
                .tool("pgrep", "[ \"$1\" = -x ] || exec /usr/bin/pgrep \"$@\"\n"
                        + "for pid in $(/usr/bin/pgrep \"$@\"); do\n"
                        + "    tr '\\0' ' ' < /proc/$pid/environ 2> /dev/null | grep -qF '" + folder + "' && echo $pid\n"
                        + "done; true");
    }

    @Test
    void aBackupThatEndsIsOne() {
        BackupRun run = cron("pg_dump shop > " + store + "/one");

        assertThat(run.complete()).as("%s", run).isTrue();
        assertThat(run.startsOver()).isFalse();
        assertThat(store).isEmptyDirectory();
    }

    @Test
    void severalStepsAreOneBackup() {
        BackupRun run = cron("for part in one two; do pg_dump shop > " + store + "/$part; sleep 2; done; pg_dump -s shop > "
                + store + "/three");

        assertThat(run.complete()).as("%s", run).isTrue();
        assertThat(run.startsOver()).isFalse();
    }

    @Test
    void aWatcherThatMakesTheNextOneAtOnceStartsOver() throws IOException {
        BackupRun run = cron("while :; do pg_dump shop > " + store + "/$(date +\\%s\\%N); sleep 1; done");

        assertThat(run.complete()).as("%s", run).isTrue();
        assertThat(run.startsOver()).isTrue();
        assertThat(store).isEmptyDirectory();
    }

    @Test
    void aWatcherThatWaitsTellsForHowLong() {
        String watcher = "while :; do pg_dump shop > " + store + "/one; sleep %s; done";

        assertThat(cron(watcher.formatted("1h 30m")).startsOver()).isFalse();
        assertThat(cron(watcher.formatted("1d")).startsOver()).isFalse();
        assertThat(cron(watcher.formatted("600")).startsOver()).isTrue();
    }

    @Test
    void whatIsStillBeingPackedIsNoVerdict() {
        tools.tool("gzip", "sleep 300");

        assertThatThrownBy(() -> cron("pg_dump shop | gzip > " + store + "/one"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("still being packed");
    }

    @Test
    void runsWithWhatTheCrontabAssigns() {
        BackupRun run = run("cron", System.getProperty("user.name"), "FOLDER=" + store + "/a b\036SHELL=/bin/bash\036PATH="
                + tools.bin() + ":/usr/bin:/bin", "mkdir \"$FOLDER\"; [[ -n $BASH ]] && pg_dump shop > \"$FOLDER/one\"");

        assertThat(run.complete()).as("%s", run).isTrue();
    }

    @Test
    void aUnitThatDidNotRunBeforeDoesNotRunAfterwards() {
        tools.tool("systemctl", """
                state=%s/state
                case "$1" in
                    start) echo auto-restart > $state; printf 'new@customer.example\\nSKU-1\\n7\\t2026-11-21\\n' > %s/one ;;
                    stop) echo dead > $state ;;
                    show) cat $state 2> /dev/null || echo dead ;;
                esac
                """.formatted(folder, store));

        BackupRun run = run("timer", "db.service", "", "-");

        assertThat(run.complete()).as("%s", run).isTrue();
        assertThat(tools.calls()).contains("systemctl start --no-block db.service", "systemctl stop db.service");
    }

    private BackupRun cron(String command) {
        return run("cron", System.getProperty("user.name"), "PATH=" + tools.bin() + ":/usr/bin:/bin", command);
    }

    private BackupRun run(String kind, String unit, String assigned, String command) {
        String script = BackupRun.script(IDLE, LONGEST).replace(Archive.STORE, store.toString())
                .replace("/sys/fs/cgroup", folder.resolve("cgroup").toString()).replace("/user.slice/", "/nobody.slice/");
        BackupJob job = new BackupJob("app", kind, unit, assigned, command, "nothing-of-the-kind", null);
        Map<String, String> looked = Map.of("kind", kind, "unit", unit, "assigned", assigned, "command", command,
                "script", job.script(), "marked", "new@customer.example", "sku", "SKU-1", "order", "7");
        ProgramResult printed = tools.programs(folder.resolve("children"))
                .run(Program.of("bash", "-c", script).with(looked).within(LONGEST.plusSeconds(60)));
        return BackupRun.parse(job, 1, printed.out());
    }
}
