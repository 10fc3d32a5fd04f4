package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import oncall.grade.Baseline;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.HealthyStage;
import oncall.grade.Lab;
import oncall.grade.Outcome;
import oncall.grade.StagedLab;
import oncall.level.MachineSpec;
import oncall.level.NetworkSpec;
import oncall.level.Seed;
import oncall.level.StageSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts as asking, as knowing by heart, and as newer. */
class WrongDnsRecordChecksTest {

    private static final String ORDERS = "an order that a customer places is fulfilled, and in the shop's books";
    private static final String CONNECTIONS = "the shop's programs talk to the shop's own databases";
    private static final String ANSWERS = "whoever asks where a machine is gets the right answer";
    private static final String MACHINES = "every machine finds every other one by its name";
    private static final String BY_HEART = "nobody knows an address by heart";
    private static final String SERIAL = "whoever keeps a copy of what was wrong learns that it was mended";

    private static final String KEEPERS = "nobody else may say where the machines are";
    private static final String FILES = "nobody may read or write more or less than before the incident";

    private static final List<String> NAMES = List.of("proxy", "app", "mysql", "postgres", "ops");

    private final HealthyStage stage = new HealthyStage();
    private final FakeShop shop = new FakeShop();
    private Baseline healthy;

    @BeforeEach
    void healthy() {
        for (String machine : NAMES) {
            stage.machine(machine).on("getent", command -> NAMES.stream().filter(name -> !name.equals(machine))
                            .map(WrongDnsRecordChecksTest::address).collect(Collectors.joining("\n")))
                    .on("cat /etc/hosts", "127.0.0.1 localhost\n127.0.1.1 %1$s.shop.internal %1$s\n".formatted(machine))
                    .on("^grep -R", "");
        }
        stage.machine("app").on("^ss -Htn", "[::ffff:10.77.0.13]:5432\n[::ffff:10.77.0.12]:3306\n10.77.0.13:5432\n");
        stage.machine("app").on("^curl .*8090", "200");
        stage.machine("proxy").on("show stat", FakeShop.BALANCED);
        stage.machine("postgres").on("DELETE FROM", "").on("SELECT count", "1\n");
        stage.machine("ops").on("XREVRANGE", "").on("journalctl", "0\n");
        zoneFile("644|root|bind");
        healthy = stage.capture();
        served(2026030201L, "");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theHealthyStagePasses() {
        assertThat(failed()).isEmpty();
    }

    @Test
    void aMendOfWhichTheShopHasNotHeardYetPasses() {
        shop.breaking(" /api/", "503 no server");
        CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS).execute(shop::mend);

        assertThat(failed()).isEmpty();
    }

    @Test
    void allOfTheShopIsWaitedForBeforeAnythingIsLookedAtAgain() {
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger words = new AtomicInteger();
        stage.machine("proxy").on("show stat", command -> looks.incrementAndGet() < 2
                ? FakeShop.BALANCED.replace("app2,UP,L7OK", "app2,DOWN,L7STS") : FakeShop.BALANCED);
        stage.machine("app").on("^curl .*8090", command -> words.incrementAndGet() < 2 ? "503" : "200");

        assertThat(failed()).isEmpty();
        assertThat(looks).hasValue(3);
        assertThat(words).hasValue(2);
    }

    @Test
    void nobodyIsWaitedForWhileTheServerIsWrong() {
        served(2026030202L, "app");
        shop.breaking(" /api/", "503 no server");
        long begin = System.nanoTime();

        assertThat(failed()).containsExactlyInAnyOrder(ORDERS, ANSWERS);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void theZoneOfBeforeUnderItsSerialOfBeforeFailsOnceTheWrongOneWasServed() {
        stage.machine("ops").on("journalctl", "2\n");

        assertThat(failed()).containsExactly(SERIAL);
        served(2026030202L, "");
        assertThat(failed()).containsExactly(SERIAL);
        served(2026030203L, "");
        assertThat(failed()).isEmpty();
    }

    @Test
    void aWrongAnswerFailsHoweverTheMachinesFindTheirWay() {
        served(2026030202L, "postgres");
        stage.machine("app").on("cat /etc/hosts", "127.0.1.1 app\n10.77.0.13 postgres.shop.internal postgres\n");

        assertThat(failed()).containsExactlyInAnyOrder(ANSWERS, BY_HEART);
    }

    @Test
    void oneMachineThatLooksInTheWrongPlaceFails() {
        stage.machine("proxy").on("getent", "10.77.0.21\n10.77.0.12\n10.77.0.13\n10.77.0.14\n");

        assertThat(failed()).containsExactly(MACHINES);
    }

    @Test
    void anAddressInTheConfigurationFails() {
        stage.machine("app").on("^grep -R", "/etc/shop/shop.properties:db.mysql.url=jdbc:mysql://10.77.0.12:3306/billing\n");

        assertThat(failed()).containsExactly(BY_HEART);
    }

    @Test
    void anOrderThatSomebodyElseTookFails() {
        stage.machine("postgres").on("SELECT count", "0\n");

        assertThat(failed()).containsExactly(ORDERS);
    }

    @Test
    void aConnectionThatIsLeftToWhatTheWrongNameLedToFails() {
        stage.machine("app").on("^ss -Htn", "[::ffff:10.77.0.13]:5432\n[::ffff:10.77.0.12]:5432\n");

        assertThat(failed()).containsExactly(CONNECTIONS);
    }

    @Test
    void aServerThatIsSilentFails() {
        stage.machine("app").on("^dig ", ";; no servers could be reached\n");
        stage.machine("ops").on("journalctl", "1\n");

        assertThat(failed()).containsExactlyInAnyOrder(ANSWERS, SERIAL);
    }

    @Test
    void aZoneFileThatWasMovedIntoItsPlacePasses() {
        zoneFile("644|root|root");

        assertThat(failed()).isEmpty();
        assertThat(new Grader(Duration.ZERO).judge(lab(), BaselineChecks.class)).filteredOn(finding -> finding.check().equals(FILES))
                .extracting(Finding::outcome).containsExactly(Outcome.PASS);
    }

    @Test
    void aZoneFileThatOthersMayChangeFails() {
        for (String rights : List.of("666|root|root", "664|root|bind", "644|vagrant|vagrant", "644|bind|bind", "640|root|root", "644|root|shop")) {
            zoneFile(rights);
            assertThat(failed()).as(rights).containsExactly(KEEPERS);
        }
        stage.machine("ops").on("^stat ", "");
        assertThat(failed()).as("gone").containsExactly(KEEPERS);
    }

    private void zoneFile(String rights) {
        stage.machine("ops").on("^stat ", rights + "|regular file|500|/etc/bind/zones/db.shop.internal\n");
    }

    /** @param wrong the machine whose record leads elsewhere; empty for none */
    private void served(long serial, String wrong) {
        stage.machine("app").on("^dig ", "shop.internal. 30 IN SOA ops.shop.internal. hostmaster.shop.internal. %d 300 60 86400 30\n"
                .formatted(serial) + NAMES.stream().map(name -> "%s.shop.internal. 30 IN A %s\n"
                .formatted(name, name.equals(wrong) ? "10.77.0.99" : address(name))).collect(Collectors.joining()));
    }

    private static String address(String machine) {
        return "10.77.0." + (10 + NAMES.indexOf(machine));
    }

    private List<String> failed() {
        List<Finding> findings = new Grader(Duration.ZERO).judge(lab(), WrongDnsRecordChecks.class);
        assertThat(findings).extracting(Finding::outcome).doesNotContain(Outcome.UNKNOWN);
        return findings.stream().filter(finding -> finding.outcome() == Outcome.FAIL).map(Finding::check).toList();
    }

    private Lab lab() {
        Lab lab = stage.stage().lab("wrong-dns-record", healthy, shop.edge());
        StageSpec spec = new StageSpec(new NetworkSpec("lan", "10.77.0"), IntStream.range(0, NAMES.size())
                .mapToObj(i -> new MachineSpec(NAMES.get(i), address(NAMES.get(i)), "", 1, 1, 0, List.of(), List.of())).toList());
        return new StagedLab(lab.level(), new Seed(1, Map.of("change", "postgres=10.77.0.99", "serial", "2026030202")), spec,
                stage.remotes(), lab.http(), lab.baseline(), true, lab.random());
    }
}
