package oncall.host;

import java.util.ArrayList;
import java.util.List;
import oncall.process.Programs;

/** The doctor's usual examinations. */
public final class HostExaminations {
    private HostExaminations() { }

    /**
     * All of them.
     *
     * @param ports what the stage forwards
     */
    public static List<Examination> all(LabFolders folders, Programs programs, List<PortUse> ports) {
        List<Examination> all = new ArrayList<>(List.of(new SystemNeeds(new HostFacts(), programs), new ToolNeeds(programs),
            new AccelerationNeeds(new KvmProbe(programs, folders), folders, programs)));
        all.addAll(changing(folders, programs, ports));
        return all;
    }

    /** Those whose answer may be another one tomorrow, on a host that was fit before: memory, disk, ports. */
    public static List<Examination> changing(LabFolders folders, Programs programs, List<PortUse> ports) {
        HostFacts facts = new HostFacts();
        return List.of(new ResourceNeeds(facts, folders, Box.POOL_FOLDER), new PortNeeds(ports, facts, programs));
    }
}
