package oncall.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.userauth.UserAuthException;

/** Opens connections. */
final class SshConnector {

    /** A forwarded port accepts before the guest does, so that the greeting needs a limit of its own. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration REPLY_TIMEOUT = Duration.ofSeconds(20);
    private static final int KEEP_ALIVE_SECONDS = 10;
    private static final int KEEP_ALIVES_UNANSWERED = 3;

    private static final Config CONFIG = config();

    private SshConnector() {}

    /**
     * Connects and logs in.
     *
     * @throws RemoteUnreachable when that fails, with the reason and what can be done
     */
    static SSHClient connect(SshEndpoint endpoint) {
        if (!Files.isReadable(endpoint.privateKey())) {
            throw new RemoteUnreachable("%s: there is no readable SSH key at %s".formatted(
                    endpoint.machine(), endpoint.privateKey()));
        }
        SSHClient client = new SSHClient(CONFIG);
        LabKnownHosts knownHosts = null;
        try {
            knownHosts = new LabKnownHosts(endpoint);
            client.addHostKeyVerifier(knownHosts);
            client.setSocketFactory(new NoDelaySockets());
            client.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
            client.setTimeout((int) CONNECT_TIMEOUT.toMillis());
            client.getTransport().setTimeoutMs((int) REPLY_TIMEOUT.toMillis());
            client.getConnection().setTimeoutMs((int) REPLY_TIMEOUT.toMillis());
            KeepAliveRunner keepAlive = (KeepAliveRunner) client.getConnection().getKeepAlive();
            keepAlive.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
            keepAlive.setMaxAliveCount(KEEP_ALIVES_UNANSWERED);
            client.connect(endpoint.host(), endpoint.port());
            client.authPublickey(endpoint.user(), client.loadKeys(endpoint.privateKey().toString()));
            return client;
        } catch (IOException | RuntimeException failure) {
            closeQuietly(client);
            if (knownHosts != null && knownHosts.changed()) {
                throw new HostKeyChanged(endpoint.machine(), address(endpoint), endpoint.knownHosts());
            }
            throw new RemoteUnreachable(describe(endpoint, failure), failure);
        }
    }

    static void closeQuietly(SSHClient client) {
        try {
            client.close();
        } catch (IOException alreadyGone) {
            // nothing is left to be closed
        }
    }

    /** As it is written in a file of known hosts. */
    private static String address(SshEndpoint endpoint) {
        return endpoint.port() == SSHClient.DEFAULT_PORT
                ? endpoint.host() : "[" + endpoint.host() + "]:" + endpoint.port();
    }

    private static String describe(SshEndpoint endpoint, Exception failure) {
        String where = "%s: no SSH connection to %s:%d".formatted(
                endpoint.machine(), endpoint.host(), endpoint.port());
        if (failure instanceof UserAuthException) {
            return "%s: the user %s is refused with the key %s".formatted(
                    where, endpoint.user(), endpoint.privateKey());
        }
        return where + ": " + failure.getMessage();
    }

    private static Config config() {
        DefaultConfig config = new DefaultConfig();
        config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
        return config;
    }
}
