package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rehearsal's own script, with a script of the level that takes the right to write. */
class StartRehearsalTest {

    private static final String TOOL = "/usr/local/lib/shop/secure-data";
    private static final String BAD = "chmod 0555 /var/lib/shop/incoming";
    private static final String PRE = "echo 'ExecStartPreEx={ path=" + TOOL + " ; argv[]=" + TOOL + " ; flags=%s ; pid=0 }'";

    @TempDir private Path folder;
    private AppNode app;

    @BeforeEach
    void open() throws Exception {
        app = new AppNode(folder);
        app.write("/etc/crontab", "17 * * * * root run-parts\n");
        app.program(TOOL, BAD);
    }

    @AfterEach
    void theRealDirectoriesAreLeftAlone() throws Exception {
        assertThat(app.run("stat -c %a disk disk/incoming disk/uploads")).isEqualTo("755\n755\n755");
    }

    @Test
    void aScriptThatNobodyStartsDoesNoHarm() throws Exception {
        app.write("/etc/cron.d/audit.disabled", "@reboot root " + TOOL + "\n");
        app.write("/etc/cron.d/audit", "# @reboot root " + TOOL + "\n@reboot root " + TOOL + ".old\n");
        app.write("/var/spool/cron/crontabs/root", "#@reboot " + TOOL + "\n");
        assertThat(rehearse()).isEmpty();
    }

    @Test
    void aScriptThatCronStartsIsRun() throws Exception {
        app.write("/etc/cron.d/audit", "@reboot root " + TOOL + "\n");
        app.write("/etc/cron.d/uploads", "* * * * * root chmod 0755 /var/lib/shop/incoming\n");
        assertThat(rehearse()).isEqualTo("refused incoming");
        app.write("/etc/cron.d/audit", "*/5 * * * * root [ -x " + TOOL + " ] && " + TOOL + "\n");
        assertThat(rehearse()).isEqualTo("refused incoming");
        app.program(TOOL, BAD + "\nchmod 0755 /var/lib/shop/incoming");
        assertThat(rehearse()).as("mended").isEmpty();
        app.program(TOOL, BAD.replace("555", "777"));
        assertThat(rehearse()).as("mended for everybody").isEqualTo("open incoming");
        Files.delete(app.path(TOOL));
        assertThat(rehearse()).as("gone").isEmpty();
    }

    @Test
    void aScriptInSomebodysOwnCrontabIsRun() throws Exception {
        app.write("/var/spool/cron/crontabs/root", "@reboot " + TOOL + "\n");
        assertThat(rehearse()).isEqualTo("refused incoming");
    }

    @Test
    void aScriptThatABackEndStartsIsRunAsItDoes() throws Exception {
        app.program("/stubs/systemctl", "case $* in *ExecStartPreEx*8082*) " + PRE.formatted("privileged") + " ;; *User*) echo shop ;; esac");
        assertThat(rehearse()).isEqualTo("refused incoming");
        app.program(TOOL, "[ \"$(id -u)\" != 0 ] || " + BAD + "\nexit 0");
        app.program("/stubs/systemctl", "case $* in *ExecStartPreEx*8082*) " + PRE.formatted("") + " ;; *User*) echo shop ;; esac");
        assertThat(rehearse()).as("without the right to do so").isEmpty();
    }

    @Test
    void whatTheSystemMakesAtBootIsMade() throws Exception {
        app.program("/stubs/systemd-tmpfiles", "case $* in *--prefix=/var/lib/shop*) chmod 0555 /var/lib/shop/uploads ;; esac");
        assertThat(rehearse()).isEqualTo("refused uploads");
    }

    @Test
    void whatIsToBeMendedYetIsAnotherQuestion() throws Exception {
        app.run("chmod 0555 disk/incoming");
        assertThat(rehearse()).as("nothing takes the right any more").isEmpty();
        app.write("/etc/cron.d/audit", "@reboot root " + TOOL + "\n");
        assertThat(rehearse()).as("it would be taken again").isEqualTo("refused incoming");
        app.run("chmod 0755 disk/incoming");
    }

    /** The stand-in for a mount is a link; it is put back. */
    private String rehearse() throws Exception {
        try {
            return app.run(StartRehearsal.SCRIPT);
        } finally {
            app.run("ln -sfn " + folder + "/disk /var/lib/shop");
        }
    }
}
