package oncall.health;

import oncall.remote.Remote;

/** Reads a machine's vital signs by a small program which runs inside it. */
public final class GuestProbe {

    /**
     * Puts the program into the machine; does nothing where this very version is there already.
     *
     * @throws oncall.remote.RemoteUnreachable when the machine cannot be asked
     */
    public void install(Remote remote) {
        throw new UnsupportedOperationException("being built");
    }

    /**
     * Takes a reading; installs the program first if need be.
     *
     * @throws oncall.remote.RemoteUnreachable when the machine cannot be asked
     * @throws oncall.remote.RemoteCommandFailed when the program cannot run there
     */
    public GuestReading read(Remote remote) {
        throw new UnsupportedOperationException("being built");
    }
}
