package oncall.remote;

import java.nio.file.Path;

/**
 * Where a machine's SSH server is, and how to log in.
 *
 * @param machine its name within the stage
 * @param host address on the host, such as {@code 127.0.0.1}
 * @param port forwarded port
 * @param privateKey an unencrypted key in OpenSSH's format
 * @param knownHosts the lab's own file; created on first contact
 */
public record SshEndpoint(
        String machine, String host, int port, String user, Path privateKey, Path knownHosts) {}
