package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
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
                timer\tdb.service\t-\t/usr/local/sbin/db\tevery:1s
                cron\tpostgres\tpg_dump shop | gzip > /var/backups/shop/x\t-\tcron:20 3 * * *
                """);

        assertThat(jobs).extracting(BackupJob::kind).containsExactly("timer", "cron");
        assertThat(jobs.get(0).schedule().perDay()).isEqualTo(86_400);
        assertThat(jobs.get(1).schedule()).isEqualTo(new Schedule(1, Duration.ofDays(1), true));
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
