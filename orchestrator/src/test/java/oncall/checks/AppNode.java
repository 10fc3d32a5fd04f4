package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The app node's folders below a temporary one, for scripts that a judge sends there. They are run by this host's shell, with
 * stand-ins for what needs root: "shop" is whoever runs the test, or nobody where that is root, who may write everywhere.
 */
final class AppNode {

    private final Path folder;

    AppNode(Path folder) throws Exception {
        this.folder = folder;
        program("/stubs/runuser", """
                account=$2
                shift 3
                [ $EUID != 0 ] || [ "$account" = root ] || exec setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
                exec "$@"
                """);
        program("/stubs/install", """
                [ "$1" != -d ] || shift
                while [ "${1#-}" != "$1" ]; do shift 2; done
                mkdir -p "$@" && chmod 755 "$@"
                [ $EUID != 0 ] || chown 65534:65534 "$@"
                """);
        program("/stubs/unshare", "shift; exec \"$@\"");
        // A link is as good as a mount for whoever follows it.
        program("/stubs/mount", "ln -sfn \"$2\" \"$3\"");
        program("/stubs/systemctl", "exit 0");
        program("/stubs/systemd-tmpfiles", "exit 0");
        Files.createDirectories(folder.resolve("disk/incoming"));
        Files.createDirectories(folder.resolve("disk/uploads"));
        Files.createDirectories(folder.resolve("var/lib"));
        Files.createSymbolicLink(folder.resolve("var/lib/shop"), folder.resolve("disk"));
        sh("chmod 755 . disk disk/*; [ $EUID != 0 ] || chown -R 65534:65534 disk");
    }

    Path program(String path, String text) throws IOException {
        Path file = write(path, "#!/bin/bash\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        return Files.writeString(file, local(text));
    }

    Path path(String path) {
        return folder.resolve(path.substring(1));
    }

    /** Runs a script that was written for the app node. */
    String run(String script) throws Exception {
        return sh(local(script));
    }

    private String local(String text) {
        return text.replaceAll("/(?=(var/lib/shop|var/spool/cron|usr/local|srv/shop|opt/shop|etc/cron(tab|[.]d))\\b)", folder + "/");
    }

    private String sh(String script) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("stubs") + ":" + System.getenv("PATH"));
        Process bash = builder.start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(bash.waitFor()).as(said).isZero();
        return said;
    }
}
