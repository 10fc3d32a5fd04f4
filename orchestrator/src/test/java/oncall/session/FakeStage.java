package oncall.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import oncall.checks.FakeShop;
import oncall.grade.Grader;
import oncall.grade.HealthyStage;
import oncall.host.LabFolders;
import oncall.level.Forward;
import oncall.level.Level;
import oncall.level.LevelDrafts;
import oncall.level.MachineSpec;
import oncall.level.NetworkSpec;
import oncall.level.StageSpec;
import oncall.pager.FakeMonitoring;
import oncall.process.FakeTools;
import oncall.process.Progress;
import oncall.remote.Remote;
import oncall.vm.Stage;

/**
 * Five VMs that answer by the book, a shop in memory and a virsh that is a script, with one level on them. The level's
 * scripts say what they do: a line "SHOP breaks" takes the badge away, "SHOP is mended" brings it back.
 */
final class FakeStage implements AutoCloseable {
    private static final String CHECKS = """
        package oncall.checks;

        import static org.assertj.core.api.Assertions.assertThat;
        import oncall.grade.*;
        import oncall.health.HttpProbe;
        import org.junit.jupiter.api.*;

        @LabChecks
        final class LostBadgeChecks {
            @Test
            @Symptom
            @DisplayName("customers see the badge")
            void badge(Lab lab) {
                assertThat(lab.http().get(HttpProbe.API, "/api/badge").status()).withFailMessage("No badge is shown").isEqualTo(200);
            }
        }
        """;

    final HealthyStage machines = new HealthyStage();
    final FakeShop shop = new FakeShop();
    final FakeMonitoring monitoring = new FakeMonitoring().rule("BadgeMissing", "inactive");
    final FakeTools tools;
    final LabFolders folders;
    final LabContext context;
    final StageLifecycle lifecycle;
    final StringBuffer said = new StringBuffer();
    private final Path folder;

    FakeStage(Path folder) {
        this.folder = folder;
        this.tools = new FakeTools(folder);
        this.folders = new LabFolders(folder.resolve("clone"), folder.resolve("cache"), folder.resolve("state"));
        StageSpec spec = spec(shop.edge(), monitoring.address());
        // A snapshot that is gone back to brings the shop's state of then with it.
        tools.tool("virsh", "shift 3; case \"$1\" in list) " + String.join("; ", spec.names().stream().map(name -> "echo ' 1 oncall-lab-" + name + " running'").toList())
            + ";; snapshot-list) echo healthy; cat " + folder + "/snapshots 2>/dev/null;;"
            + " snapshot-create-as) echo $3 >> " + folder + "/snapshots;;"
            + " snapshot-revert) echo $3 > " + folder + "/reverted;; esac; exit 0");
        FakeShop.answerFor(machines);
        for (String name : spec.names()) {
            machines.machine(name).on("^true$", "").on("date -u -s", "").on("systemctl restart", "").on("SHOP does nothing", "")
                .on("SHOP breaks", command -> { lose(); return ""; })
                .on("SHOP is mended", command -> { mend(); return ""; });
        }
        AtomicInteger boots = new AtomicInteger(1);
        machines.machine("app").on("systemctl reboot", command -> { boots.incrementAndGet(); return ""; }).on("boot_id", command -> "boot-" + boots.get() + "\n")
            .on("is-system-running", "running\n");
        // The first thing that is asked of a machine after a snapshot was gone back to.
        machines.machine("proxy").on("^true$", command -> { shopOfSnapshot(); return ""; });
        machines.capture().write(StageRecord.baselineFile(folders));
        Stage stage = new Stage(spec, folders.stage(), folders.dotVagrant(), tools.programs(folder.resolve("children")));
        this.context = new LabContext(folders, tools.programs(folder.resolve("children")), new Said(), new Journal(folder.resolve("journal.jsonl")), stage,
            new Machines(spec, machine -> remote(machine.name())), new Grader(Duration.ZERO));
        this.lifecycle = new StageLifecycle(context);
        context.journal().record(LabState.HEALTHY);
    }

    private Remote remote(String machine) { return machines.remotes().apply(machine); }

    private void lose() {
        shop.breaking("GET /api/badge", "500 {}");
        monitoring.rule("BadgeMissing", "firing");
    }

    private void mend() {
        shop.mend();
        monitoring.rule("BadgeMissing", "inactive");
    }

    /** @param fault what the level's fault script is to do */
    Level level(String fault) { return level(fault, ""); }

    /** A badge is gone and orders are not fulfilled, it is said; the badge comes first. */
    Level severalIncidents() {
        return level("SHOP breaks", """
            incidents:
              - { name: orders, complaint: "Nothing to pack?", severity: SEV1, journey: checkout }
              - { name: badge, complaint: It is gone!, severity: SEV4, journey: badge }
            """, "incidents: [\"badge,orders\"]");
    }

    /** @param more lines of the manifest */
    Level level(String fault, String more) { return level(fault, more, "variant: [a, b, c]"); }

    private Level level(String fault, String more, String seed) {
        write("lost-badge/level.yaml", """
            id: lost-badge
            title: No badge
            severity: %s
            difficulty: 1
            impact: None.
            ticket: It is gone.
            machines: [app]
            reboot: [app]
            seed: { %s }
            coaching: [Look.]
            objectives: [Find it.]
            lessons: [Look.]
            """.formatted(more.contains("SEV1") ? "SEV1" : "SEV4", seed) + more);
        write("lost-badge/Vagrantfile", "");
        write("lost-badge/checks/LostBadgeChecks.java", CHECKS);
        write("lost-badge/fault/10-break.app.sh", fault);
        write("lost-badge/solutions/right/put-back.app.sh", "SHOP is mended");
        write("lost-badge/solutions/right/another.app.sh", "SHOP is mended");
        for (String wrong : List.of("restart", "wait", "hide")) write("lost-badge/solutions/wrong/" + wrong + ".app.sh", "SHOP does nothing");
        write("clone/vagrant-levels/stage/machines.yaml", read(Path.of("vagrant-levels/stage/machines.yaml")));
        return LevelDrafts.read(folders.levels(), List.of(folder)).byId("lost-badge");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the snapshots that all VMs were turned back to, in that order. */
    List<String> turnedBack() {
        return tools.calls().stream().filter(call -> call.contains("snapshot-revert oncall-lab-app ")).map(call -> call.split(" ")[6]).toList();
    }

    private void shopOfSnapshot() {
        Path reverted = folder.resolve("reverted");
        if (!Files.exists(reverted)) return;
        boolean healthy = read(reverted).strip().equals(StageLifecycle.HEALTHY);
        reverted.toFile().delete();
        mend();
        if (!healthy) lose();
    }

    @Override public void close() {
        shop.close();
        monitoring.close();
    }

    private static StageSpec spec(URI edge, URI monitoring) {
        Map<String, List<Forward>> forwards = Map.of("proxy", List.of(new Forward(edge.getPort(), 80)),
            "ops", List.of(new Forward(monitoring.getPort(), 9090), new Forward(monitoring.getPort(), 9093)));
        return new StageSpec(new NetworkSpec("lan", "10.77.0"), List.of("proxy", "app", "mysql", "postgres", "ops").stream()
            .map(name -> new MachineSpec(name, "", "", 1, 256, 1, forwards.getOrDefault(name, List.of()), List.of())).toList());
    }

    private final class Said implements Progress {
        @Override public Stage begin(String name) { return Progress.silent().begin(name); }

        @Override public void say(String line) { said.append(line).append('\n'); }
    }
}
