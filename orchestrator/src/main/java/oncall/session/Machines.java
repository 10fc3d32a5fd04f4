package oncall.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import oncall.host.LabFolders;
import oncall.level.MachineSpec;
import oncall.level.StageSpec;
import oncall.remote.Remote;
import oncall.remote.RetryingRemote;
import oncall.remote.SshEndpoint;
import oncall.remote.SshRemote;

/** The kept-open connections to the VMs. Thread-safe. */
final class Machines implements Function<String, Remote>, AutoCloseable {
    private final StageSpec spec;
    private final Function<MachineSpec, Remote> opener;
    private final Map<String, Remote> open = new LinkedHashMap<>();

    Machines(StageSpec spec, LabFolders folders) { this(spec, machine -> new RetryingRemote(new SshRemote(endpoint(machine, folders)))); }

    /** @param opener makes the connection to a machine */
    Machines(StageSpec spec, Function<MachineSpec, Remote> opener) {
        this.spec = spec;
        this.opener = opener;
    }

    static SshEndpoint endpoint(MachineSpec machine, LabFolders folders) {
        return new SshEndpoint(machine.name(), "127.0.0.1", machine.sshPort(), "vagrant", folders.privateKey(), folders.knownHosts());
    }

    @Override public synchronized Remote apply(String machine) {
        return open.computeIfAbsent(machine, name -> opener.apply(spec.machine(name)));
    }

    List<Remote> all() { return spec.names().stream().map(this).toList(); }

    /** Drops all connections; the next use opens fresh ones. To be called whenever VMs were turned back or rebooted. */
    synchronized void disconnect() {
        open.values().forEach(Remote::close);
        open.clear();
    }

    synchronized void disconnect(String machine) {
        Remote remote = open.remove(machine);
        if (remote != null) remote.close();
    }

    @Override public void close() { disconnect(); }
}
