package oncall.health;

import java.util.List;

/**
 * How a machine is doing, as seen from inside.
 *
 * @param uptimeSeconds since boot
 * @param load averages over 1, 5 and 15 minutes
 * @param cpuUsage 0 to 1, over half a second, of all CPUs together
 * @param memory physical memory
 * @param swap swap space; total 0 where there is none
 * @param fileSystems the local ones
 * @param byCpu the processes which used most CPU during that half second
 * @param byMemory the processes with the largest resident sets
 */
public record GuestReading(
        long uptimeSeconds,
        List<Double> load,
        double cpuUsage,
        Space memory,
        Space swap,
        List<FileSystemUse> fileSystems,
        List<ProcessUse> byCpu,
        List<ProcessUse> byMemory) {

    /** Bytes in all, and of these still to be had. */
    public record Space(long total, long available) {}

    /** Bytes of a mounted file system; {@code usable} is what an ordinary user may still write. */
    public record FileSystemUse(String mount, String type, long total, long usable) {}

    /** A process; {@code residentBytes} is its resident set, {@code cpu} 1.0 for one whole CPU. */
    public record ProcessUse(int pid, String user, String name, double cpu, long residentBytes, String command) {}
}
