package oncall.host;

import java.util.ArrayList;
import java.util.List;
import oncall.process.Programs;

/** The doctor's usual examinations. */
public final class HostExaminations {
    private HostExaminations() { }

    /**
     * @param ports what the stage forwards
     * @param more  examinations of other packages, listed last
     */
    public static List<Examination> of(LabFolders folders, Programs programs, List<PortUse> ports, Examination... more) {
        HostFacts facts = new HostFacts();
        List<Examination> all = new ArrayList<>(List.of(new SystemNeeds(facts, programs), new ToolNeeds(programs),
            new AccelerationNeeds(new KvmProbe(programs, folders), folders, programs),
            new ResourceNeeds(facts, folders, Box.POOL_FOLDER), new PortNeeds(ports, facts, programs)));
        all.addAll(List.of(more));
        return all;
    }
}
