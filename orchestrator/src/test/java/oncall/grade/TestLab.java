package oncall.grade;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import oncall.health.HttpProbe;
import oncall.level.Forward;
import oncall.level.Level;
import oncall.level.MachineSpec;
import oncall.level.NetworkSpec;
import oncall.level.Seed;
import oncall.level.Severity;
import oncall.level.StageSpec;

/** A lab of machines that answer by the book. */
public final class TestLab {

    private final Map<String, FakeRemote> machines = new LinkedHashMap<>();

    public TestLab(String... names) {
        for (String name : names) {
            machines.put(name, new FakeRemote(name));
        }
    }

    public FakeRemote machine(String name) {
        return machines.get(name);
    }

    public Lab lab(String levelId) {
        return lab(levelId, new Baseline(Instant.EPOCH, Map.of(), Map.of(), Map.of()), URI.create("http://127.0.0.1:1"));
    }

    /** @param edge where everything is that the stage offers over HTTP */
    public Lab lab(String levelId, Baseline baseline, URI edge) {
        return lab(Path.of(levelId), baseline, edge);
    }

    /** @param folder of the level, which is called like it */
    public Lab lab(Path folder, Baseline baseline, URI edge) {
        List<MachineSpec> specs = machines.keySet().stream()
                .map(name -> new MachineSpec(name, "", "", 0, 0, 0, name.equals("ops")
                        ? List.of(new Forward(edge.getPort(), 9090), new Forward(edge.getPort(), 9093))
                        : List.of(), List.of())).toList();
        Level level = new Level(folder.getFileName().toString(), folder, "", Severity.SEV1, 1, "", "", List.of(), List.of("app"),
                List.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);
        return new StagedLab(level, new Seed(1, Map.of()), new StageSpec(new NetworkSpec("", ""), specs),
                machines::get, new HttpProbe(edge), baseline, true, new Random(1));
    }
}
