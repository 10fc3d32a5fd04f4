package oncall.session;

import java.util.ArrayList;
import java.util.List;
import oncall.host.Examination;
import oncall.host.HostExaminations;
import oncall.host.Need;
import oncall.host.PortUse;
import oncall.level.Forward;
import oncall.level.MachineSpec;
import oncall.vm.Stage;

/** What the host must have for this stage. */
final class HostNeeds {
    private HostNeeds() { }

    static List<Examination> all(LabContext context) {
        return HostExaminations.all(context.folders(), context.programs(), ports(context));
    }

    static List<Examination> changing(LabContext context) {
        return HostExaminations.changing(context.folders(), context.programs(), ports(context));
    }

    private static List<PortUse> ports(LabContext context) {
        List<PortUse> ports = new ArrayList<>();
        for (MachineSpec machine : context.spec().machines()) {
            String domain = Stage.domain(machine.name());
            ports.add(new PortUse(machine.sshPort(), "SSH to " + machine.name(), domain));
            for (Forward forward : machine.forwards()) ports.add(new PortUse(forward.host(), machine.name() + " port " + forward.guest(), domain));
        }
        return ports;
    }

    /** Not to be asked by one who holds the lock. */
    static Need lock(LabContext context) {
        String needed = "no other command running";
        return LabLock.holder(LabLock.file(context.folders()))
            .map(holder -> Need.missing("lab", needed, holder, "wait for it to end, or end it with Ctrl-C there"))
            .orElse(new Need("lab", needed, "none", Need.Grade.OK, ""));
    }
}
