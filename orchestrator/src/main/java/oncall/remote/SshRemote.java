package oncall.remote;

import java.time.Duration;
import java.util.Map;

/** A machine reached over SSH, through one connection that is opened when first needed and kept. */
public final class SshRemote implements Remote {

    private final SshEndpoint endpoint;

    public SshRemote(SshEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public String machine() {
        return endpoint.machine();
    }

    @Override
    public CommandResult run(String command, Duration timeout) {
        throw new UnsupportedOperationException("being built");
    }

    @Override
    public CommandResult script(String script, Map<String, String> environment, Duration timeout) {
        throw new UnsupportedOperationException("being built");
    }

    @Override
    public void upload(byte[] content, String path, String mode) {
        throw new UnsupportedOperationException("being built");
    }

    @Override
    public byte[] download(String path) {
        throw new UnsupportedOperationException("being built");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("being built");
    }
}
