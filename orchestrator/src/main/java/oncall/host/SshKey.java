package oncall.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import oncall.process.Program;
import oncall.process.Programs;

/** The key pair of this host's lab, made once, here; never Vagrant's well-known one. */
final class SshKey {
    private SshKey() { }

    static void ensure(LabFolders folders, Programs programs) {
        if (Files.exists(folders.privateKey()) && Files.exists(folders.publicKey())) return;
        try {
            Files.createDirectories(folders.state());
            Files.setPosixFilePermissions(folders.state(), PosixFilePermissions.fromString("rwx------"));
            Files.deleteIfExists(folders.privateKey());
            Files.deleteIfExists(folders.publicKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        programs.run(Program.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "oncall-lab", "-f", folders.privateKey().toString())).orThrow();
    }
}
