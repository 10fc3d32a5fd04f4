package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import oncall.process.FakeTools;
import oncall.process.Program;
import oncall.process.ProgramResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looks for jobs in crontabs and units that are files in a folder. */
class BackupJobTest {

    private static final String DUMPS = "echo '{ path=/bin/sh ; argv[]=/bin/sh -c pg_dump shop ; }'";

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        for (String name : List.of("etc/cron.d", "crontabs", "programs", "cgroup/system.slice/cron.service")) {
            Files.createDirectories(folder.resolve(name));
        }
        write("cgroup/system.slice/cron.service/cgroup.procs", "");
        write("programs/db", "#!/bin/bash\npg_dump shop > /var/backups/shop/one\n");
        assertThat(folder.resolve("programs/db").toFile().setExecutable(true)).isTrue();
    }

    @Test
    void aTimerDoesNotHideWhatRestartsItsService() {
        BackupJob job = only(units("timer", "waiting", "OnCalendar=*-*-* 02:30:00", "Restart=always", "RestartUSec=1s", "inactive"));

        assertThat(job.kind()).isEqualTo("timer");
        assertThat(job.schedule().perDay()).isEqualTo(1 + 86_400);
        assertThat(only(units("timer", "waiting", "OnUnitInactiveUSec=1d", "Restart=on-failure", "RestartUSec=1s", "inactive"))
                .schedule().perDay()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"waiting,inactive,P1D", "elapsed,inactive,P7D", "elapsed,failed,P7D", "elapsed,activating,P1D", "running,activating,P1D"})
    void aTimerThatHasNothingToCountFromNeverComes(String timer, String service, Duration gap) {
        assertThat(only(units("timer", timer, "OnUnitInactiveUSec=1d", "Restart=no", "RestartUSec=100ms", service))
                .schedule().longestGap()).isEqualTo(gap);
    }

    @Test
    void anHourUntilARestartIsNotWaitedFor() {
        long start = System.nanoTime();

        assertThat(only(units("service", "running", "", "Restart=always", "RestartUSec=1d", "active")).schedule().perDay()).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(50));
    }

    @Test
    void cronMayStartAUnit() throws IOException {
        write("etc/cron.d/db", "30 2 * * * root systemctl --no-block start -q db && logger done\n");
        BackupJob job = only(unitOf("Restart=no"));

        assertThat(job.kind()).isEqualTo("cron");
        assertThat(job.command()).isEqualTo("systemctl --no-block start -q db && logger done");
        assertThat(job.schedule()).isEqualTo(new Schedule(1, Duration.ofDays(1), true));
        assertThat(only(unitOf("Restart=always")).schedule().perDay()).isEqualTo(1 + 86_400);
    }

    @Test
    void cronMayStartATimerOrSomethingElse() throws IOException {
        write("etc/cron.d/db", "30 2 * * * root systemctl start db.timer\n31 2 * * * root systemctl restart nginx\n");

        assertThat(find(unitOf("Restart=no"))).isEmpty();
    }

    @Test
    void aCrontabAssigns() throws IOException {
        write("etc/cron.d/db", "# PATH=/nowhere\nPATH=" + folder + "/programs:/bin\n NOTE = \"two words\" \n"
                + "20 3 * * *\troot\tnice db\nLATER=1\n");
        write("etc/cron.d/db.old", "20 3 * * * root pg_dump shop\n");
        BackupJob job = only(unitOf("Restart=no"));

        assertThat(job.script()).isEqualTo(folder + "/programs/db");
        assertThat(job.assigned().split("\036")).containsExactly("PATH=" + folder + "/programs:/bin", "NOTE=two words");
        assertThat(job.command()).isEqualTo("nice db");
        assertThat(job.unit()).isEqualTo("root");
    }

    @Test
    void whatIsNotInCronsPathIsNotRun() throws IOException {
        write("etc/cron.d/db", "20 3 * * * root db\n");

        assertThat(find(unitOf("Restart=no"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"@daily nice -n 19 ionice -c3 %s", "0 3 * * * nice -n 19 ionice -c3 %s",
        "  0  3 * * *  nice -n 19 ionice -c3 %s"})
    void aUsersOwnCrontabNamesNoUser(String line) throws IOException {
        write("crontabs/root", line.formatted(folder + "/programs/db") + "\n");
        BackupJob job = only(unitOf("Restart=no"));

        assertThat(job.unit()).isEqualTo("root");
        assertThat(job.command()).isEqualTo("nice -n 19 ionice -c3 " + folder + "/programs/db");
        assertThat(job.schedule().longestGap()).isEqualTo(Duration.ofDays(1));
    }

    private BackupJob only(String systemctl) {
        List<BackupJob> jobs = find(systemctl);
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    private List<BackupJob> find(String systemctl) {
        FakeTools tools = new FakeTools(folder).tool("systemctl", systemctl).tool("run-parts", "")
                .tool("systemd-analyze", "echo 'Next elapse: Sun 2026-11-22 02:30:00 UTC'");
        ProgramResult printed = tools.programs(folder.resolve("children")).run(Program.of("bash", "-c", BackupJob.SCRIPT
                .replace("/etc/cron", folder + "/etc/cron").replace("/var/spool/cron", folder.toString())
                .replace("/sys/fs/cgroup", folder.resolve("cgroup").toString())));
        return BackupJob.parse("app", printed.out());
    }

    /** One timer with its service, or one service that runs; no cron. */
    private static String units(String type, String state, String when, String restart, String interval, String service) {
        return """
                case "$*" in
                    "list-units --type=%s"*) echo db.%s loaded active waiting ;;
                    *"-p FragmentPath"*) printf 'Id=db.%s\\nFragmentPath=/etc/systemd/system/db.%s\\n' ;;
                    *"-p Unit "*) echo db.service ;;
                    *"-p ExecStart "*) %s ;;
                    *"-p TimersMonotonic "*) echo 'Timers={ %s ; next_elapse=0 }' ;;
                    *"-p SubState "*) echo %s ;;
                    *"-p ActiveState "*) echo %s ;;
                    *"-p Restart "*) echo %s ;;
                    *"-p RestartUSec "*) echo %s ;;
                    *"-p MainPID "*) echo 4711 ;;
                    *"-p ControlGroup "*) echo /system.slice/db.service ;;
                    is-active*) exit 3 ;;
                esac
                """.formatted(type, type, type, type, DUMPS, when, state, service, restart.substring(8), interval.substring(12));
    }

    /** A service which nothing but cron may start. */
    private static String unitOf(String restart) {
        return """
                case "$*" in
                    *"-p ExecStart --value -- db") %s ;;
                    *"-p Restart "*) echo %s ;;
                    *"-p RestartUSec "*) echo 1s ;;
                esac
                """.formatted(DUMPS, restart.substring(8));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
