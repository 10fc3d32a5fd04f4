package oncall.checks;

import oncall.remote.Remote;

/**
 * A mounted file system.
 *
 * @param total bytes that ordinary users can have, used ones included
 * @param free bytes of them that are free
 */
record VolumeReading(long total, long free) {

    /** @throws oncall.remote.RemoteCommandFailed when there is nothing at the path */
    static VolumeReading take(Remote machine, String path) {
        String[] fields = machine.output("df -B1 --output=used,avail " + path + " | tail -1").split("\\s+");
        long free = Long.parseLong(fields[1]);
        return new VolumeReading(Long.parseLong(fields[0]) + free, free);
    }

    double freeShare() {
        return total == 0 ? 0 : (double) free / total;
    }
}
