package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import oncall.process.FakeTools;
import oncall.process.Program;
import oncall.process.ProgramResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceReadingsTest {

    @Test
    void addsUpHeapsAndWhatIsBesideThem() {
        MemoryReading healthy = MemoryReading.parse("physical 1016000000\n8081 97320960\n8082 97320960\n8090 64880640\n");
        assertThat(healthy.fits()).isTrue();

        MemoryReading large = MemoryReading.parse("physical 1016000000\n8081 486539264\n8082 486539264\n8090 64880640\n");
        assertThat(large.fits()).isFalse();
        assertThat(large).hasToString("1489 MB of 968 MB");
    }

    @Test
    void countsVisitors() {
        assertThat(Visitors.parse(40, "38 12 5310\n")).isEqualTo(new Visitors(40, 38, 12, 5310));
    }

    /** Nice, policy, quota, weight, idle, the shop's weight. */
    @ParameterizedTest
    @CsvSource({"0 0 1000 100 0 100,false", "4 0 1000 100 0 100,false", "19 0 1000 100 0 100,true",
        "0 5 1000 100 0 100,true", "0 0 40 100 0 100,true", "0 0 90 100 0 100,false", "0 0 1000 20 0 100,true",
        "0 0 1000 100 1 100,true", "0 0 1000 100 0 400,true"})
    void knowsWhatStepsBack(String fields, boolean stepsBack) {
        assertThat(CpuLimits.parse(fields.split(" "), 0).stepsBack()).isEqualTo(stepsBack);
    }

    @Test
    void leavesOutWhatStepsBack() {
        String used = "span 10000000\nothers 8000000\n";

        assertThat(CpuReading.parse(used).others()).isEqualTo(80);
        assertThat(CpuReading.parse(used + """
                seen 6 19 0 1000 100 0 100 /system.slice/db-archive.service
                seen 2 0 0 1000 100 0 100 /system.slice/cron.service
                """).others()).isEqualTo(20);
    }

    @Test
    void findsJobsAndTheirSchedules() {
        List<BackupJob> jobs = BackupJob.parse("app", """
                now 2026-11-21T14:30:10
                timer\tdb.service\t\t-\t/usr/local/sbin/db\tevery:1s
                cron\tpostgres\t\tpg_dump shop | gzip > /var/backups/shop/x\t-\tcron:20 3 * * *
                """);

        assertThat(jobs).extracting(BackupJob::kind).containsExactly("timer", "cron");
        assertThat(jobs.get(0).schedule().perDay()).isEqualTo(86_400);
        assertThat(jobs.get(1).schedule()).isEqualTo(new Schedule(1, Duration.ofDays(1), true));
    }

    @Test
    void asksTheServiceManagerForTimersOfItsOwn(@TempDir Path folder) {
        FakeTools tools = new FakeTools(folder).tool("systemctl", """
                case "$*" in
                    "list-units --type=timer"*) printf '%s loaded active waiting\\n' logrotate.timer db.timer ;;
                    *"-p FragmentPath"*)
                        printf 'Id=logrotate.timer\\nFragmentPath=/usr/lib/systemd/system/logrotate.timer\\n\\n'
                        printf 'Id=db.timer\\nFragmentPath=/etc/systemd/system/db.timer\\n' ;;
                    *"-p Unit --value -- db.timer") echo db.service ;;
                    *"-p ExecStart --value -- db.service") echo '{ path=/bin/sh ; argv[]=/bin/sh -c pg_dump shop ; }' ;;
                    *"-p TimersMonotonic -- db.timer") echo 'TimersMonotonic={ OnUnitInactiveUSec=1d ; next_elapse=4h }' ;;
                    is-active*) exit 3 ;;
                esac
                """);

        ProgramResult printed = tools.programs(folder.resolve("children"))
                .run(Program.of("bash", "-c", BackupJob.SCRIPT));

        assertThat(BackupJob.parse("app", printed.out())).singleElement().satisfies(job -> {
            assertThat(job.unit()).isEqualTo("db.service");
            assertThat(job.schedule().longestGap()).isEqualTo(Duration.ofDays(1));
        });
    }

    /** A date without backslashes is what most who move a command into a crontab forget. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"dump > /b/x.gz;dump > /b/x.gz", "dump > /b/$(date +\\%F).gz;dump > /b/$(date +%F).gz",
        "dump > /b/$(date +%F).gz;dump > /b/$(date +", "dump \\%a%b \\%c;dump %a"})
    void endsACommandWhereCronDoes(String written, String run, @TempDir Path folder) {
        ProgramResult printed = new FakeTools(folder).programs(folder.resolve("children"))
                .run(Program.of("bash", "-c", BackupRun.FOR_CRON + "for_cron \"$1\"", "-", written));

        assertThat(printed.text()).isEqualTo(run);
    }

    @Test
    void saysWhatABackupLacks() {
        BackupRun lacking = BackupRun.parse(null, 20_001, """
                archives 1
                holds 0 19999 1 0
                used 300 0 0 1000 100 0 100
                used 100 19 0 1000 100 0 100
                """);

        assertThat(lacking.complete()).isFalse();
        assertThat(lacking.missing()).containsExactly("a customer who signed up just before", "2 of 20001 customers", "a delivery");
        assertThat(lacking.atFullPriority()).isEqualTo(75);
        assertThat(BackupRun.parse(null, 5, "archives 1\nholds 1 5 1 1\n").complete()).isTrue();
    }
}
