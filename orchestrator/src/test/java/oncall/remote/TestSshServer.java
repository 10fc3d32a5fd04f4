package oncall.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;

/**
 * A real SSH server on the loopback interface, whose commands run in this machine's bash with a
 * stand-in for sudo.
 */
public final class TestSshServer implements AutoCloseable {

    private final Path folder;
    private final SshServer server;
    private final AtomicInteger connections = new AtomicInteger();

    /** @param folder an empty one, for keys and the stand-in */
    public TestSshServer(Path folder) {
        this.folder = folder;
        try {
            KeyPair userKey = newKey();
            writeUserKey(userKey);
            writeSudo();
            server = SshServer.setUpDefaultServer();
            server.setHost("127.0.0.1");
            server.setPort(0);
            server.setKeyPairProvider(KeyPairProvider.wrap(newKey()));
            server.setPublickeyAuthenticator((user, key, session) ->
                    user.equals("vagrant") && KeyUtils.compareKeys(key, userKey.getPublic()));
            server.setCommandFactory((channel, command) -> new BashCommand(command, folder.resolve("bin")));
            server.addSessionListener(new SessionListener() {
                @Override
                public void sessionCreated(Session session) {
                    connections.incrementAndGet();
                }
            });
            server.start();
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public SshEndpoint endpoint(String machine) {
        return new SshEndpoint(machine, "127.0.0.1", server.getPort(), "vagrant",
                folder.resolve("id"), folder.resolve("state/known_hosts"));
    }

    /** How many connections have been made so far. */
    int connections() {
        return connections.get();
    }

    /** Ends every connection, as a machine does that is reset. */
    void dropConnections() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    /** From now on the server is another machine. */
    void changeHostKey() {
        server.setKeyPairProvider(KeyPairProvider.wrap(newKey()));
    }

    /** Lets in nobody any more. */
    void refuseLogins() {
        server.setPublickeyAuthenticator((user, key, session) -> false);
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void writeUserKey(KeyPair key) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("id");
        try (var out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", null, out);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private void writeSudo() throws IOException {
        Path sudo = Files.createDirectories(folder.resolve("bin")).resolve("sudo");
        Files.writeString(sudo, "#!/bin/bash\n[ \"$1\" = -n ] || { echo 'sudo asks for a password'; exit 1; }\n"
                + "shift\nprintf '%s\\n' \"$*\" >>'" + folder.resolve("sudo.log") + "'\nexec \"$@\"\n");
        Files.setPosixFilePermissions(sudo, PosixFilePermissions.fromString("rwx------"));
    }

    /** What the stand-in for sudo was asked to run, as a player may read it in the guest's journal. */
    String sudoLog() {
        try {
            return Files.readString(folder.resolve("sudo.log"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
