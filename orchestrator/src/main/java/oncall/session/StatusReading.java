package oncall.session;

import java.util.Map;
import oncall.health.GuestProbe;
import oncall.host.HostFacts;
import oncall.level.MachineSpec;
import oncall.process.ProgramFailed;
import oncall.process.ProgramTimedOut;
import oncall.remote.RemoteCommandFailed;
import oncall.remote.RemoteUnreachable;
import oncall.vm.MachineState;
import oncall.vm.Stage;
import oncall.vm.Together;

/** Finds out how the lab is; changes nothing, takes no lock. */
final class StatusReading {
    private final LabContext context;
    private final HostFacts facts = new HostFacts();

    StatusReading(LabContext context) { this.context = context; }

    LabStatus read(boolean health) {
        JournalEntry last = context.journal().last();
        Map<String, MachineState> states = states();
        return new LabStatus(last.state(), last.at(), Play.of(context.journal().entries()).orElse(null),
            StageRecord.read(context.folders()).map(StageRecord::driver).orElse(null),
            LabLock.holder(LabLock.file(context.folders())).orElse(null),
            Together.map(context.spec().machines(), machine -> read(machine, states.getOrDefault(machine.name(), MachineState.UNKNOWN), health)));
    }

    private Map<String, MachineState> states() {
        try {
            return context.stage().states();
        } catch (ProgramFailed | ProgramTimedOut noLibvirt) {
            context.progress().say("libvirt does not answer, so the VMs' state is unknown; see ./lab doctor.");
            return Map.of();
        }
    }

    private LabStatus.Machine read(MachineSpec machine, MachineState state, boolean health) {
        // libvirt gives each QEMU process its VM's name this way.
        long resident = state == MachineState.ABSENT || state == MachineState.UNKNOWN ? 0 : facts.residentOf("guest=" + Stage.domain(machine.name()) + ",");
        if (!health || state != MachineState.RUNNING) {
            return new LabStatus.Machine(machine.name(), state, machine.sshPort(), machine.memoryMib(), resident, null, null);
        }
        try {
            return new LabStatus.Machine(machine.name(), state, machine.sshPort(), machine.memoryMib(), resident,
                new GuestProbe().read(context.machines().apply(machine.name())), null);
        } catch (RemoteUnreachable | RemoteCommandFailed e) {
            return new LabStatus.Machine(machine.name(), state, machine.sshPort(), machine.memoryMib(), resident, null, e.getMessage());
        }
    }
}
