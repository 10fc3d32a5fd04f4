package oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import oncall.cli.FakeHost.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says, and with which exit code it ends, when it cannot do what it was asked to. */
class BadInputTest {
    @TempDir private Path folder;
    private FakeHost host;

    @BeforeEach void aHostThatIsFit() { host = new FakeHost(folder).level("disk-full").level("missing-index"); }

    @Test void unknownLevelListsTheKnownAndSuggestsTheNearest() {
        Ended ended = host.run("up", "dsk-full", "--yes");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(64);
        assertThat(ended.err()).contains("No level 'dsk-full'").contains("Did you mean disk-full?").contains("missing-index").doesNotContain("\tat ");
        assertThat(host.tools.calls()).noneMatch(call -> call.startsWith("vagrant up"));
    }

    @Test void allMistakesOfAllManifestsAreNamedAtOnce() throws Exception {
        Path manifest = folder.resolve("project/vagrant-levels/disk-full/level.yaml");
        Files.writeString(manifest, Files.readString(manifest).replace("severity: SEV2", "severity: HIGH").replace("difficulty: 2", "difficulty: 9"));
        Path other = folder.resolve("project/vagrant-levels/missing-index/level.yaml");
        Files.writeString(other, Files.readString(other).replace("machines: [app]", "machines: [ap]"));
        Ended ended = host.run("up", "random", "--yes");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(64);
        assertThat(ended.err()).contains("disk-full/level.yaml").contains("severity").contains("difficulty")
            .contains("missing-index/level.yaml").contains("machines").doesNotContain("\tat ");
    }

    @Test void lintNamesEverythingAtOnceAlsoWhereNothingElseWouldRun() {
        host.write("project/vagrant-levels/disk-full/solutions/wrong/hide.app.sh", "set -euo pipefail\nif true; then\n# TODO: hide it\n")
            .write("project/vagrant-levels/stage/machines.yaml", "network: { name: x, prefix: 10.77.0 }\n");
        Ended ended = host.run("lint");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(64);
        assertThat(ended.out()).contains("vagrant-levels/stage/machines.yaml:1: machines: is missing")
            .containsPattern("vagrant-levels/disk-full/solutions/wrong/hide.app.sh:\\d: \\(syntax\\): syntax error")
            .contains("vagrant-levels/disk-full/solutions/wrong/hide.app.sh:3: TODO: hide it")
            .contains("vagrant-levels/missing-index/fault/10-break.app.sh: has no line 'set -euo pipefail'")
            .contains("vagrant-levels/missing-index/level.yaml:10: seed.variant: no script uses SEED_VARIANT").contains("problems in 2 levels");
        Ended one = host.run("lint", "missing-index", "--json");
        assertThat(one.exit()).isEqualTo(64);
        assertThat(one.out()).contains("\"field\" : \"seed.variant\"").contains("\"line\" : 10").doesNotContain("disk-full/");
        assertThat(host.run("lint", "disk-full", "--variants").out()).containsPattern("disk-full: seed \\d+ plays \\{variant=a}").containsPattern("seed \\d+ plays \\{variant=b}");
        assertThat(host.run("lint", "dsk-full").err()).contains("Did you mean disk-full?");
    }

    /** A level from elsewhere, with checks that compile. */
    private Path outside() {
        host.level("team/levels", "our-outage").write("team/levels/our-outage/checks/OurOutageChecks.java", """
            package oncall.checks;

            @oncall.grade.LabChecks
            final class OurOutageChecks {
                @org.junit.jupiter.api.Test
                @oncall.grade.Symptom
                @org.junit.jupiter.api.DisplayName("customers are served")
                void served() { }
            }
            """);
        return folder.resolve("team/levels");
    }

    @Test void aLevelFromElsewhereIsListedAndLintedAndStaysInPlay() throws Exception {
        Path levels = outside();
        assertThat(host.run("list").out()).doesNotContain("our-outage");
        assertThat(host.run("list", "--levels", levels.toString()).out()).contains("our-outage", "disk-full", "from " + levels);
        assertThat(host.run("lint", "our-outage", "--levels=../team/levels:" + levels).out()).contains("our-outage/fault/10-break.app.sh").doesNotContain("Checks.java");

        host.journal("\"state\":\"PLAYING\",\"level\":\"our-outage\",\"seed\":7,\"detail\":\"report=/r.md\",\"from\":\"" + levels + "\"")
            .virsh(" 1 oncall-lab-proxy running\n - oncall-lab-app shut off");
        Ended ended = host.run("verify");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
        assertThat(ended.out()).contains("app is shut off");
        assertThat(Files.readString(host.journal())).contains("\"state\":\"VERIFYING\",\"level\":\"our-outage\",\"seed\":7,\"from\":\"" + levels);

        assertThat(levels.toFile().renameTo(folder.resolve("moved").toFile())).isTrue();
        Ended gone = host.run("verify");
        assertThat(gone.exit()).isEqualTo(64);
        assertThat(gone.err()).contains("our-outage, came from " + levels).contains("--levels DIR").contains("./lab down");
        assertThat(host.run("verify", "--levels", folder.resolve("moved").toString()).exit()).isEqualTo(2);
    }

    @Test void checksThatDoNotCompileAreNamedBeforeAnythingIsDone() {
        Path levels = outside();
        host.write("team/levels/our-outage/checks/OurOutageChecks.java", "package oncall.checks;\nfinal class OurOutageChecks {\n    void x() { nobody(); }\n}\n");
        Ended ended = host.run("up", "our-outage", "--levels", levels.toString(), "--yes");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(64);
        assertThat(ended.err()).contains("OurOutageChecks.java:3: (java): cannot find symbol").doesNotContain("\tat ");
        assertThat(host.tools.calls()).isEmpty();
        assertThat(host.run("lint", "--levels", levels.toString()).out()).contains("OurOutageChecks.java:3: (java): cannot find symbol");
        assertThat(host.run("list", "--levels", levels.resolve("our-outage").toString()).err()).contains("is a level itself");
    }

    @Test void unknownCommandAndOptionAreUsageErrors() {
        assertThat(host.run("upp").exit()).isEqualTo(64);
        assertThat(host.run("up", "--no-such-option").exit()).isEqualTo(64);
        assertThat(host.run("up", "disk-full", "--seed=abc").exit()).isEqualTo(64);
    }

    @Test void aPartOfTheContractThatMeansNoPhaseIsRefusedBeforeAnythingIsDone() {
        Ended ended = host.run("contract", "disk-full", "--only", "wrong fix hid", "--only", "wron fix", "--yes");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(64);
        assertThat(ended.err()).contains("'wron fix'").contains("wrong fix hide").contains("right fix one").doesNotContain("\tat ");
        assertThat(host.tools.calls()).isEmpty();
        assertThat(host.run("contract", "disk-full", "--seed=1", "--level-seed=2").exit()).isEqualTo(64);
    }

    @Test void aDifficultyIsOneOfThoseThatThereAreAndGoesWithRandom() {
        Ended none = host.run("up", "random", "--difficulty", "5", "--yes");
        assertThat(none.exit()).isEqualTo(64);
        assertThat(none.err()).contains("no level of difficulty 5").contains("There are: 2");
        Ended named = host.run("up", "disk-full", "--difficulty=2", "--yes");
        assertThat(named.exit()).isEqualTo(64);
        assertThat(named.err()).contains("goes with random");
        assertThat(host.tools.calls()).isEmpty();
    }

    @Test void withoutConsentNothingIsChanged() {
        host.tools.tool("mmdebstrap", "exit 127");
        Ended ended = host.run("up", "disk-full");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(69);
        assertThat(ended.err()).contains("mmdebstrap").contains("no consent").contains("--yes").contains("-Dyes")
            .contains("provisioning/host/install.sh --install");
        assertThat(host.tools.calls()).noneMatch(call -> call.startsWith("vagrant up") || call.startsWith("vagrant box"));
        assertThat(folder.resolve("cache/oncall-lab/box")).doesNotExist();
    }

    @Test void takenPortIsNamedBeforeAnythingIsDone() throws Exception {
        try (ServerSocket taken = new ServerSocket(host.ports.get(0), 1, InetAddress.getLoopbackAddress())) {
            Ended ended = host.run("up", "disk-full", "--yes");
            assertThat(ended.exit()).as(ended.err()).isEqualTo(69);
            assertThat(ended.err()).contains("port " + taken.getLocalPort()).contains("pid " + ProcessHandle.current().pid());
            assertThat(host.tools.calls()).noneMatch(call -> call.startsWith("vagrant up"));
        }
    }

    @Test void doctorSaysNoWithAnExitCodeAndInJson() {
        host.tools.tool("mmdebstrap", "exit 127");
        Ended ended = host.run("doctor", "--json");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
        assertThat(ended.out()).contains("\"name\" : \"mmdebstrap\"").contains("\"grade\" : \"INSTALLABLE\"").contains("apt-get install");
    }

    @Test void verifyWithoutALevelSaysHowToGetOne() {
        Ended ended = host.run("verify");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(64);
        assertThat(ended.err()).contains("No level is in play").contains("./lab up");
    }

    @Test void verifyOfAnInterruptedInjectionSaysSo() {
        Ended ended = host.journal("\"state\":\"INJECTING\",\"level\":\"disk-full\",\"seed\":7").run("verify");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(64);
        assertThat(ended.err()).contains("interrupted while it staged disk-full").contains("./lab reset");
    }

    @Test void aMachineStoppedBehindOurBackIsNotThePlayersFault() {
        host.journal("\"state\":\"PLAYING\",\"level\":\"disk-full\",\"seed\":7,\"detail\":\"report=/r.md\"")
            .virsh(" 1 oncall-lab-proxy running\n - oncall-lab-app shut off");
        Ended ended = host.run("verify");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
        assertThat(ended.out()).contains("app is shut off");
        assertThat(host.run("verify", "--json").out()).contains("COULD_NOT_GRADE");
    }

    @Test void aPlayerWhoStoppedSshdIsToldSoAndNotBlamed() {
        host.journal("\"state\":\"PLAYING\",\"level\":\"disk-full\",\"seed\":7,\"detail\":\"report=/r.md\"")
            .virsh(" 1 oncall-lab-proxy running\n 2 oncall-lab-app running")
            .write("state/oncall-lab/id_ed25519", "key").write("state/oncall-lab/baseline.json",
                "{\"takenAt\":\"2026-01-02T03:04:05Z\",\"machines\":{},\"tables\":{},\"uploadSizes\":{}}");
        Ended ended = host.run("verify");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
        assertThat(ended.out()).contains("app: no SSH connection to 127.0.0.1:").contains("sshd on app was stopped, or its firewall changed")
            .contains("virsh -c qemu:///system reboot oncall-lab-app").contains("COULD NOT GRADE");
    }

    @Test void anotherLevelInPlayIsNotGivenUpSilently() {
        host.journal("\"state\":\"PLAYING\",\"level\":\"disk-full\",\"seed\":7,\"detail\":\"report=/r.md\"");
        Ended ended = host.run("up", "missing-index");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(64);
        assertThat(ended.err()).contains("disk-full is in play").contains("./lab down");
    }

    @Test void unknownMachineListsTheKnown() {
        Ended ended = host.run("ssh", "database");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(64);
        assertThat(ended.err()).contains("proxy, app");
    }

    @Test void outsideOfACloneItSaysWhereToRunIt() throws Exception {
        Files.delete(folder.resolve("project/pom.xml"));
        Ended ended = host.run("status");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(69);
        assertThat(ended.err()).contains("not inside a clone");
    }
}
