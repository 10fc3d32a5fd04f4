package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.HealthyStage;
import oncall.grade.Lab;
import oncall.grade.Outcome;
import oncall.grade.StagedLab;
import oncall.level.Seed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trial with another event that nobody can work on, and what else is asked of a mend. */
class PoisonMessageChecksTest {

    private static final String KEPT = "what nobody can work on is kept for those who have to look into it";
    private static final String NEXT = "the next one of that kind stops nobody, and is kept as well";
    private static final String REFUSED = "an order that the database refuses once is fulfilled all the same";
    private static final String OF_THE_FAULT = "stream aside\n[[\"6-0\",[\"type\",\"order-created\",\"userId\",\"0\","
            + "\"sender\",\"kiosk\",\"reference\",\"kiosk-20260300417\"]]]\n";

    private final HealthyStage stage = new HealthyStage();
    private final FakeShop shop = new FakeShop();
    private final AtomicReference<String> sent = new AtomicReference<>("");

    @BeforeEach
    void mended() {
        stage.machine("app").on("ps -o user", "shop\n").on("opt/shop/releases", "same\n").on("-newer", "");
        stage.machine("postgres").on("DELETE FROM", "").on("SKIP LOCKED", "").on("WITH people", "0\u001f0\u001f0\u001f12\u001f0\u001f0\u001f0\n");
        stage.machine("ops").on("XREVRANGE orders [+] - COUNT 1000", "")
                .on("XINFO GROUPS", "[[\"7-0\",[]]]\n[{\"name\":\"fulfilment\",\"last-delivered-id\":\"7-0\"}]\n[]\n")
                .on("XADD", command -> {
                    sent.set(command);
                    return "9-0\n";
                })
                .on("XACK", "1\n").on("--raw XPENDING", "").on("--scan", OF_THE_FAULT);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whatIsSetAsideByHandPassesAndTheNextOneIsNotTried() {
        List<Finding> findings = judge();

        assertThat(findings).filteredOn(finding -> finding.outcome() != Outcome.PASS).extracting(Finding::check, Finding::outcome)
                .containsExactlyInAnyOrder(tuple(NEXT, Outcome.SKIPPED), tuple(REFUSED, Outcome.SKIPPED));
        assertThat(findings).filteredOn(finding -> finding.outcome() == Outcome.SKIPPED).extracting(Finding::message)
                .allMatch(why -> why.contains("until somebody sends something of that kind again"));
        assertThat(sent.get()).isEmpty();
    }

    @Test
    void whatIsGoneForGoodFails() {
        stage.machine("ops").on("--scan", "");

        assertThat(failed()).containsExactly(KEPT);
    }

    @Test
    void withoutAnIncidentThereIsNothingToKeep() {
        stage.machine("ops").on("--scan", "");
        stage.machine("postgres").on("WITH people", "0\u001f0\u001f0\u001f0\u001f0\u001f0\u001f0\n");

        assertThat(judge(false)).filteredOn(finding -> finding.outcome() != Outcome.PASS).extracting(Finding::check, Finding::outcome)
                .containsExactlyInAnyOrder(tuple(KEPT, Outcome.SKIPPED), tuple(NEXT, Outcome.SKIPPED), tuple(REFUSED, Outcome.SKIPPED));
    }

    @Test
    void customersWhoWereRemovedWithTheirOrdersAreMissed() {
        stage.machine("postgres").on("WITH people", "0\u001f0\u001f0\u001f0\u001f0\u001f0\u001f0\n");

        assertThat(failed()).containsExactly("the orders of the outage are fulfilled, each of them once");
    }

    @Test
    void aMendedProgramKeepsTheNextOneAndTheTrialTakesItAwayAgain() {
        stage.machine("app").on("opt/shop/releases", "changed\n");
        keepsWhatWasSent();

        assertThat(failed()).isEmpty();
        assertThat(stage.machine("ops").asked()).filteredOn(command -> command.contains("XADD")).hasSize(2)
                .anySatisfy(command -> assertThat(command).contains("sender kiosk", "reference kiosk-").doesNotContain("orderId", "20260300417"))
                .anySatisfy(command -> assertThat(command).contains("type order-created orderId 555 userId ").doesNotContain("sender"));
        assertThat(stage.machine("ops").asked()).contains("valkey-cli XACK orders fulfilment 9-0; " + OrderStream.removal("9-0"),
                "valkey-cli XDEL 'aside' '8-0'");
    }

    @Test
    void aProgramThatDropsTheNextOneFailsAndTheTrialStillCleansUp() {
        stage.machine("app").on("opt/shop/releases", "changed\n");

        assertThat(judge()).filteredOn(finding -> finding.outcome() == Outcome.FAIL).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(NEXT);
            assertThat(finding.message()).contains("nobody will ever find it again");
        });
        assertThat(stage.machine("ops").asked()).contains("valkey-cli XACK orders fulfilment 9-0; " + OrderStream.removal("9-0"))
                .noneMatch(command -> command.contains("XDEL 'aside'"));
    }

    @Test
    void whatIsKeptAndStillTakenForUnfinishedWorkFails() {
        stage.machine("app").on("opt/shop/releases", "changed\n");
        stage.machine("ops").on("--raw XPENDING", command -> sent.get().contains("sender") ? "9-0\nworker-1\n5\n1\n" : "");
        keepsWhatWasSent();

        assertThat(judge()).filteredOn(finding -> finding.outcome() == Outcome.FAIL).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(NEXT);
            assertThat(finding.message()).contains("it is kept, and still taken for unfinished work");
        });
    }

    @Test
    void whatIsTriedAgainForAWhileBeforeItIsKeptPasses() {
        stage.machine("app").on("opt/shop/releases", "changed\n");
        AtomicInteger looks = new AtomicInteger();
        stage.machine("ops").on("--raw XPENDING", command -> sent.get().contains("sender") && looks.incrementAndGet() < 8 ? "9-0\n" : "")
                .on("--scan", command -> looks.get() < 8 ? OF_THE_FAULT : kept()).on("XDEL 'aside'", "1\n");

        assertThat(failed()).isEmpty();
        assertThat(looks).hasValueGreaterThan(7);
    }

    @Test
    void aProgramThatSetsAsideWhatTheDatabaseRefusedOnceFails() {
        // One that does not run is not waited for.
        AtomicBoolean refused = new AtomicBoolean();
        stage.machine("app").on("opt/shop/releases", "changed\n").on("systemctl show", command ->
                HealthyStage.unit("shop-worker.service", refused.get() ? "activating" : "active", "enabled"));
        keepsWhatWasSent();
        stage.machine("postgres").on("pg_cancel_backend", command -> {
            refused.set(true);
            shop.breaking("GET /api/orders/555", "200 {\"id\":555,\"status\":\"PENDING\"}");
            return "";
        });

        assertThat(judge()).filteredOn(finding -> finding.check().equals(REFUSED)).singleElement().satisfies(finding ->
                assertThat(finding.message()).contains("the database broke off once", "it stays PENDING"));
        assertThat(stage.machine("ops").asked()).contains("valkey-cli XDEL 'aside' '8-0'");
    }

    @Test
    void anOrderThatNobodyTriesIsNotFulfilledByAccident() {
        stage.machine("app").on("opt/shop/releases", "changed\n");
        keepsWhatWasSent();
        stage.machine("postgres").on("pg_cancel_backend", "ERROR:  nobody tries");

        assertThat(judge()).filteredOn(finding -> finding.check().equals(REFUSED)).singleElement().satisfies(finding ->
                assertThat(finding.message()).contains("nobody works on it, although it was told of"));
    }

    @Test
    void whatLiesInOnePieceWithTheIncidentsOwnEventIsLeftThere() {
        stage.machine("app").on("opt/shop/releases", "changed\n");
        stage.machine("ops").on("--scan", command -> "string dead\n\"order-created 0 kiosk kiosk-20260300417 | " + sent.get() + "\"\n");

        assertThat(failed()).isEmpty();
        assertThat(stage.machine("ops").asked()).noneMatch(command -> command.contains("DEL 'dead'"));
    }

    private void keepsWhatWasSent() {
        stage.machine("ops").on("--scan", command -> kept()).on("XDEL 'aside'", "1\n");
    }

    private String kept() {
        return OF_THE_FAULT.replace("]]]\n", "]],[\"8-0\",[\"" + sent.get() + "\"]]]\n");
    }

    @Test
    void aProgramThatStopsAtTheNextOneFails() {
        stage.machine("app").on("opt/shop/releases", "changed\n").on("systemctl show", command ->
                HealthyStage.unit("shop-worker.service", sent.get().contains("sender") ? "activating" : "active", "enabled"));
        stage.machine("ops").on("XADD", command -> {
            sent.set(command);
            if (command.contains("sender")) {
                shop.breaking("GET /api/orders/555", "200 {\"id\":555,\"status\":\"PENDING\"}");
            }
            return "9-0\n";
        });

        assertThat(judge()).filteredOn(finding -> finding.check().equals(NEXT)).singleElement().satisfies(finding ->
                assertThat(finding.message()).contains("another one came of what had stopped them", "it stays PENDING"));
    }

    @Test
    void whetherProgramsWereChangedIsSeenAlsoWhereTheOldestReleaseIsGone(@TempDir Path shop) throws Exception {
        release(shop, "20260302-1", "of before", 100);
        Files.setLastModifiedTime(Files.createFile(shop.resolve("lib.jsa")), FileTime.from(Instant.ofEpochSecond(200)));
        Files.createSymbolicLink(shop.resolve("current"), shop.resolve("releases/20260302-1"));
        assertThat(changed(shop)).isEqualTo("same");

        release(shop, "20261121-2", "of before", 300);
        runs(shop, "20261121-2");
        assertThat(changed(shop)).as("what was rolled back").isEqualTo("same");

        release(shop, "20261121-3", "anew", 400);
        runs(shop, "20261121-3");
        assertThat(changed(shop)).isEqualTo("changed");

        runs(shop, "20260302-1");
        Files.writeString(shop.resolve("current/classes/shop/Worker.class"), "compiled into it");
        assertThat(changed(shop)).as("what was put into the first release").isEqualTo("changed");

        runs(shop, "20261121-3");
        for (String gone : List.of("20260302-1", "20261121-2")) {
            Files.delete(shop.resolve("releases/" + gone + "/classes/shop/Worker.class"));
            Files.delete(shop.resolve("releases/" + gone + "/classes/shop"));
            Files.delete(shop.resolve("releases/" + gone + "/classes"));
            Files.delete(shop.resolve("releases/" + gone));
        }
        assertThat(changed(shop)).as("so many roll-outs later").isEqualTo("changed");
    }

    private static void release(Path shop, String name, String classes, long made) throws Exception {
        Path release = shop.resolve("releases/" + name);
        Files.writeString(Files.createDirectories(release.resolve("classes/shop")).resolve("Worker.class"), classes);
        for (String part : List.of("classes/shop/Worker.class", "classes/shop", "")) {
            Files.setLastModifiedTime(release.resolve(part), FileTime.from(Instant.ofEpochSecond(made)));
        }
    }

    private static void runs(Path shop, String release) throws Exception {
        Files.delete(shop.resolve("current"));
        Files.createSymbolicLink(shop.resolve("current"), shop.resolve("releases/" + release));
    }

    private static String changed(Path shop) throws Exception {
        Process bash = new ProcessBuilder("bash", "-c", PoisonMessageChecks.CHANGED.replace("/opt/shop", shop.toString()))
                .redirectErrorStream(true).start();
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private List<String> failed() {
        return judge().stream().filter(finding -> finding.outcome() == Outcome.FAIL || finding.outcome() == Outcome.UNKNOWN)
                .map(Finding::check).toList();
    }

    private List<Finding> judge() {
        return judge(true);
    }

    private List<Finding> judge(boolean faulty) {
        Lab lab = stage.stage().lab("poison-message", stage.capture(), shop.edge());
        Seed seed = new Seed(1, Map.of("number", "missing", "sender", "kiosk", "firm", "brightwater"));
        return new Grader(Duration.ZERO).judge(new StagedLab(lab.level(), seed, lab.stage(), stage.remotes(), lab.http(),
                lab.baseline(), faulty, lab.random()), PoisonMessageChecks.class);
    }
}
