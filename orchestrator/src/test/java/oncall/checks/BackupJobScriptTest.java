package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search itself, by this host's own shell and awk, among units that a systemctl in a file tells of. */
class BackupJobScriptTest {

    private static final String SYSTEMCTL = """
            #!/bin/bash
            case "$*" in
                *--type=timer*) echo 'nightly.timer loaded active waiting x' ;;
                *--type=service*) printf '%%s loaded activating auto-restart x\\n' again.service cron.service ;;
                *'-p Id -p FragmentPath -- nightly.timer') printf 'Id=nightly.timer\\nFragmentPath=/etc/systemd/system/nightly.timer\\n' ;;
                *'-p Id -p FragmentPath -- again.service cron.service') printf 'FragmentPath=/etc/systemd/system/again.service\\nId=again.service\\n\\nId=cron.service\\nFragmentPath=/usr/lib/systemd/system/cron.service\\n' ;;
                *'-p Unit '*) echo nightly.service ;;
                *'-p ExecStart '*) echo '{ path=%1$s ; argv[]=%1$s ; ignore_errors=no }' ;;
                *'-p TimersCalendar '*) echo 'TimersMonotonic={ OnUnitInactiveUSec=1s ; next_elapse=0 }' ;;
                *'-p MainPID '*) cat %2$s; echo 2 > %2$s ;;
                *'-p Restart '*) echo always ;;
                *'-p RestartUSec '*) echo 1d ;;
                *is-active*) exit 3 ;;
            esac
            """;

    @TempDir
    Path folder;

    @Test
    void findsATimersAndARestartedServicesJobButNoVendorsUnit() throws IOException, InterruptedException {
        Path dump = executable("dump", "#!/bin/sh\npg_dump shop\n");
        Path process = Files.writeString(folder.resolve("pid"), "1\n");
        executable("systemctl", SYSTEMCTL.formatted(dump, process));
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", BackupJob.SCRIPT);
        bash.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        Process run = bash.start();
        String out = new String(run.getInputStream().readAllBytes());
        String err = new String(run.getErrorStream().readAllBytes());

        assertThat(run.waitFor()).as(err).isZero();
        assertThat(err).isEmpty();
        assertThat(BackupJob.parse("app", out)).extracting(BackupJob::kind, BackupJob::unit, BackupJob::script, job -> job.schedule().longestGap())
                .containsExactly(tuple("timer", "nightly.service", dump.toString(), Duration.ofSeconds(1)),
                        tuple("service", "again.service", dump.toString(), Duration.ofDays(1)));
    }

    private Path executable(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
