package oncall.remote;

import java.nio.file.Path;

/** The machine which answers is not the one met before. Asking again does not help. */
public final class HostKeyChanged extends RemoteUnreachable {

    HostKeyChanged(String machine, String address, Path knownHosts) {
        super(("%s: the host key at %s is not the one recorded in %s. If the VM was rebuilt, remove the "
                + "line which begins with %s from that file; if not, something else answers on that port.")
                .formatted(machine, address, knownHosts, address));
    }
}
