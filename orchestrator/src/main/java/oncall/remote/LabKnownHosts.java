package oncall.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.transport.verification.OpenSSHKnownHosts;

/** Trusts a machine's key on first contact, records it, and from then on accepts only that one. */
final class LabKnownHosts extends OpenSSHKnownHosts {

    /** Several machines share the file, and are met at the same time. */
    private static final Object WRITING = new Object();

    private final SshEndpoint endpoint;
    private boolean changed;

    LabKnownHosts(SshEndpoint endpoint) throws IOException {
        super(endpoint.knownHosts().toFile());
        this.endpoint = endpoint;
    }

    /** The complaint about a changed key, if there is one. */
    boolean changed() {
        return changed;
    }

    @Override
    protected boolean hostKeyUnverifiableAction(String hostname, PublicKey key) {
        // A key of another kind than the recorded one is no first contact.
        if (!findExistingAlgorithms(endpoint.host(), endpoint.port()).isEmpty()) {
            return hostKeyChangedAction(hostname, key);
        }
        synchronized (WRITING) {
            try {
                Path folder = endpoint.knownHosts().toAbsolutePath().getParent();
                Files.createDirectories(folder);
                write(new HostEntry(null, hostname, KeyType.fromKey(key), key));
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot record a host key in " + endpoint.knownHosts(), failure);
            }
        }
        return true;
    }

    @Override
    protected boolean hostKeyChangedAction(String hostname, PublicKey key) {
        changed = true;
        return false;
    }
}
