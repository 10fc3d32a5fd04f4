package oncall.session;

import java.time.Instant;
import java.util.List;
import oncall.health.GuestReading;
import oncall.vm.MachineState;

/**
 * How the lab is.
 *
 * @param since  since when it is in this state
 * @param play   the level in play; null for none
 * @param driver "kvm" or "qemu"; null without a stage
 * @param busy   what command is changing it now; null for none
 */
public record LabStatus(LabState state, Instant since, Play play, String driver, String busy, List<Machine> machines) {
    /**
     * One VM.
     *
     * @param sshPort       on 127.0.0.1
     * @param memoryMib     what it was given
     * @param residentBytes what its QEMU process holds on the host
     * @param health        seen from inside; null when not asked for or not to be had
     * @param problem       why there is no health; null when there is, or it was not asked for
     */
    public record Machine(String name, MachineState state, int sshPort, int memoryMib, long residentBytes, GuestReading health, String problem) { }
}
