package oncall.level;

import java.util.List;

/**
 * One machine of the stage.
 *
 * @param address on the network between the machines
 * @param mac of the NIC on that network
 * @param cpus virtual ones
 * @param memoryMib MiB
 * @param sshPort on the host's loopback interface
 * @param disksGib sizes of its extra disks, in GiB
 */
public record MachineSpec(
        String name, String address, String mac, int cpus, int memoryMib, int sshPort,
        List<Forward> forwards, List<Integer> disksGib) {}
