package oncall.pager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagerTest {
    @TempDir private Path folder;
    private final FakeMonitoring monitoring = new FakeMonitoring();
    private final Instant now = Instant.now();
    private Pager pager;

    @BeforeEach void begin() {
        pager = another();
        pager.begin();
    }

    @AfterEach void close() { monitoring.close(); }

    /** A second program at the same pager, or the same one after a restart. */
    private Pager another() { return new Pager(folder.resolve("incident/pager.jsonl"), monitoring.address(), monitoring.address(), Duration.ofSeconds(5)); }

    private List<String> kinds() { return pager.events().stream().map(event -> event.kind() + " " + event.page()).toList(); }

    /** As if what is on the pager had happened so long ago. */
    private void age(Duration by) throws IOException {
        Path log = folder.resolve("incident/pager.jsonl");
        String text = Files.readString(log);
        for (PagerEvent event : new PagerLog(log).events()) text = text.replace(event.at().toString(), event.at().minus(by).toString());
        Files.writeString(log, text);
    }

    @Test void eachOfSeveralIncidentsIsDeclaredByItsName() {
        pager.complainOf("badge", "It is gone!");
        pager.complainOf("orders", "Nothing to pack?");
        pager.declare(pager.find("orders").orElseThrow(), "SEV3");
        another().declare(pager.find("Orders").orElseThrow(), "SEV1");
        pager.acknowledge(pager.find("orders").orElseThrow());
        assertThat(pager.pages()).extracting(page -> page.number() + " " + page.alert().incident() + " " + page.alert().severity() + " " + page.declared())
            .containsExactly("1 badge SEV? null", "2 orders SEV? SEV1");
        assertThat(kinds()).as("when what was said stays on record").containsExactly("FIRED 1", "FIRED 2", "DECLARED 2", "DECLARED 2", "ACKNOWLEDGED 2");
        assertThat(pager.handedOver()).isBetween(now.minusSeconds(1), Instant.now());
        pager.begin();
        assertThat(pager.find("orders")).isEmpty();
    }

    @Test void eachAlertIsPagedOnceWithAllThatItSays() {
        monitoring.fires("UploadsFail", "app", now).fires("UploadsFail", "proxy", now);
        pager.poll();
        another().poll();
        assertThat(kinds()).containsExactly("FIRED 1", "FIRED 2");
        assertThat(pager.pages().get(0)).satisfies(page -> {
            assertThat(page.alert()).isEqualTo(new Alert("UploadsFail", Map.of("machine", "app"), "SEV2", "Nothing goes on app", "docs/runbooks/UploadsFail.md", now));
            assertThat(page.open()).isTrue();
        });
    }

    @Test void twoProgramsThatPollAtTheSameTimePageOnce() {
        monitoring.fires("UploadsFail", "app", now);
        CompletableFuture.allOf(IntStream.range(0, 8).mapToObj(i -> CompletableFuture.runAsync(another()::poll)).toArray(CompletableFuture[]::new)).join();
        assertThat(kinds()).containsExactly("FIRED 1");
    }

    @Test void whatNoLongerFiresIsOver() {
        monitoring.fires("UploadsFail", "app", now);
        pager.poll();
        monitoring.nothingFires();
        pager.poll();
        assertThat(kinds()).containsExactly("FIRED 1", "OVER 1");
        assertThat(pager.pages().get(0).open()).isFalse();
    }

    @Test void whatFlapsKeepsItsPage() throws IOException {
        monitoring.fires("UploadsFail", "app", now);
        pager.poll();
        pager.acknowledge(pager.find("1").orElseThrow());
        for (int i = 0; i < 2; i++) {
            monitoring.nothingFires();
            pager.poll();
            monitoring.fires("UploadsFail", "app", now);
            pager.poll();
        }
        assertThat(pager.pages()).singleElement().satisfies(page -> {
            assertThat(page.times()).isEqualTo(3);
            assertThat(page.acknowledged()).isNotNull();
            assertThat(page.over()).isNull();
        });
        monitoring.nothingFires();
        pager.poll();
        age(Duration.ofMinutes(6));
        monitoring.fires("UploadsFail", "app", now);
        pager.poll();
        assertThat(pager.pages()).as("what comes back after a while is news").hasSize(2);
    }

    @Test void whatWasSaidToBeResolvedAndFiresAgainIsOpenAgain() {
        monitoring.fires("UploadsFail", "app", now);
        pager.poll();
        pager.resolve(pager.find("1").orElseThrow(), "restarted");
        monitoring.nothingFires();
        pager.poll();
        assertThat(pager.pages()).extracting(Page::open).containsExactly(false);
        monitoring.fires("UploadsFail", "app", now);
        pager.poll();
        assertThat(pager.pages()).extracting(Page::open).containsExactly(true);
        assertThat(kinds()).containsExactly("FIRED 1", "RESOLVED 1", "OVER 1", "AGAIN 1");
    }

    @Test void whenAlertmanagerIsDownAlertsAreDeliveredLater() {
        monitoring.alertmanagerSilent = true;
        monitoring.fires("UploadsFail", "app", now);
        pager.poll();
        pager.poll();
        assertThat(kinds()).containsExactly("SILENT 0");
        assertThat(pager.silent()).isTrue();
        monitoring.alertmanagerSilent = false;
        pager.poll();
        assertThat(kinds()).containsExactly("SILENT 0", "HEARD 0", "FIRED 1");
    }

    @Test void whatFiredAndEndedUnheardIsDeliveredLateAndOnce() throws IOException {
        age(Duration.ofMinutes(20));
        monitoring.alertmanagerSilent = true;
        pager.poll();
        monitoring.fired("UploadsFail", "app", now.minusSeconds(600), now.minusSeconds(400));
        monitoring.fired("BadgeMissing", "app", now.minusSeconds(20), now);
        monitoring.alertmanagerSilent = false;
        pager.poll();
        another().poll();
        assertThat(kinds()).as("what may still fire is Alertmanager's to tell").containsExactly("SILENT 0", "HEARD 0", "FIRED 1", "OVER 1");
        assertThat(pager.pages().get(0)).satisfies(page -> {
            assertThat(Duration.between(page.alert().since(), now)).isBetween(Duration.ofSeconds(599), Duration.ofSeconds(601));
            assertThat(page.alert().summary()).isEqualTo("Nothing goes on app");
            assertThat(page.alert().runbook()).isEqualTo("docs/runbooks/UploadsFail.md");
            assertThat(page.over()).isBefore(now.minusSeconds(300));
        });
    }

    @Test void whatEndedUnheardAMomentAgoIsDeliveredSoon() throws Exception {
        monitoring.alertmanagerSilent = true;
        pager.poll();
        monitoring.fired("UploadsFail", "app", now.minusSeconds(105), now.minusSeconds(57));
        monitoring.alertmanagerSilent = false;
        pager.poll();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            pager.poll();
            return kinds().size() > 2;
        });
        assertThat(kinds()).containsExactly("SILENT 0", "HEARD 0", "FIRED 1", "OVER 1");
    }

    @Test void anIncidentThatIsPlayedForDaysIsNoSilence() throws IOException {
        age(Duration.ofDays(4));
        monitoring.fired("UploadsFail", "app", now.minusSeconds(600), now.minusSeconds(400));
        pager.poll();
        assertThat(kinds()).containsExactly("FIRED 1", "OVER 1");
        assertThat(new Prometheus(monitoring.address()).outcomes(now.minus(Duration.ofDays(4)), now)).isEmpty();
    }

    @Test void whatWasHeardIsNotDeliveredAgainFromTheRecord() throws IOException {
        monitoring.fires("UploadsFail", "app", now.minusSeconds(185));
        pager.poll();
        monitoring.nothingFires();
        pager.poll();
        age(Duration.ofMinutes(3));
        monitoring.fired("UploadsFail", "app", now.minusSeconds(185), now.minusSeconds(170));
        another().poll();
        assertThat(kinds()).containsExactly("FIRED 1", "OVER 1");
    }

    /** It fires since a while ago and is paged, then ends; by the record it fired in these spans of minutes ago, the first of which is that of the page. */
    private void firesAndEnds(int... minutesAgo) throws IOException {
        age(Duration.ofHours(3));
        monitoring.fires("CheckoutFails", "app", ago(minutesAgo[0]));
        pager.poll();
        monitoring.nothingFires();
        for (int i = 0; i < minutesAgo.length; i += 2) monitoring.fired("CheckoutFails", "app", ago(minutesAgo[i]), ago(minutesAgo[i + 1]));
    }

    private Instant ago(int minutes) { return now.minus(Duration.ofMinutes(minutes)); }

    private void assertTimesAgo(int... minutes) {
        assertThat(pager.events()).extracting(PagerEvent::at).hasSize(minutes.length + 1);
        for (int i = 0; i < minutes.length; i++) {
            assertThat(pager.events().get(i + 1).at()).as(pager.events().get(i + 1).kind().name()).isBetween(ago(minutes[i]).minusSeconds(30), ago(minutes[i]).plusSeconds(30));
        }
    }

    @Test void anEndForWhichNobodyAskedHasTheTimeAtWhichItWas() throws IOException {
        firesAndEnds(40, 30);
        another().poll();
        assertThat(kinds()).containsExactly("FIRED 1", "OVER 1");
        assertTimesAgo(30);
    }

    @Test void soHasOneThatIsFoundByAProgramWhichGoesOn() throws IOException {
        firesAndEnds(40, 30);
        pager.poll();
        assertThat(kinds()).containsExactly("FIRED 1", "OVER 1");
        assertTimesAgo(30);
    }

    @Test void whatFiredOnceMoreWhileNobodyAskedIsSaidToHaveFiredAgain() throws IOException {
        firesAndEnds(80, 70, 20, 10);
        another().poll();
        another().poll();
        assertThat(kinds()).containsExactly("FIRED 1", "OVER 1", "AGAIN 1", "OVER 1");
        assertTimesAgo(70, 20, 10);
        assertThat(pager.pages().get(0).times()).isEqualTo(2);
    }

    @Test void whatFiresOnceMoreAndStillDoesIsOpen() throws IOException {
        firesAndEnds(80, 70, 20, 0);
        monitoring.fires("CheckoutFails", "app", ago(20));
        another().poll();
        assertThat(kinds()).containsExactly("FIRED 1", "OVER 1", "AGAIN 1");
        assertTimesAgo(70, 20);
        assertThat(pager.pages()).extracting(Page::open).containsExactly(true);
        monitoring.nothingFires();
        another().poll();
        assertThat(kinds()).as("the end of what fired last").containsExactly("FIRED 1", "OVER 1", "AGAIN 1", "OVER 1");
        assertTimesAgo(70, 20, 0);
    }

    @Test void whatComesBackUnheardAfterItsEndWasToldIsNewsUnlessItFlaps() throws IOException {
        firesAndEnds(80, 70);
        another().poll();
        monitoring.fired("CheckoutFails", "app", ago(67), ago(60));
        another().poll();
        assertThat(kinds()).containsExactly("FIRED 1", "OVER 1", "AGAIN 1", "OVER 1");
        monitoring.fired("CheckoutFails", "app", ago(20), ago(10));
        another().poll();
        another().poll();
        assertThat(kinds()).containsExactly("FIRED 1", "OVER 1", "AGAIN 1", "OVER 1", "FIRED 2", "OVER 2");
        assertThat(pager.pages().get(1).over()).isBetween(ago(11), ago(9));
    }

    @Test void whatWasUnheardBeforeItsPageLeavesThePageOpen() throws IOException {
        age(Duration.ofHours(3));
        monitoring.prometheusSilent = true;
        monitoring.fires("CheckoutFails", "app", ago(10));
        pager.poll();
        monitoring.prometheusSilent = false;
        monitoring.fired("CheckoutFails", "app", ago(60), ago(50));
        monitoring.fired("CheckoutFails", "app", ago(10), ago(0));
        pager.poll();
        another().poll();
        assertThat(kinds()).containsExactly("SILENT 0", "FIRED 1", "HEARD 0", "FIRED 2", "OVER 2");
    }

    @Test void whoResolvedItAfterItFiredAgainIsNotWrongBecauseThatIsToldLater() throws IOException {
        firesAndEnds(80, 70, 20, 10);
        pager.resolve(pager.find("1").orElseThrow(), "restarted");
        another().poll();
        assertThat(kinds()).containsExactly("FIRED 1", "RESOLVED 1", "OVER 1", "AGAIN 1", "OVER 1");
        assertThat(pager.pages().get(0).resolved()).isNotNull();
    }

    @Test void aPrometheusThatHasJustStartedEndsNothing() {
        monitoring.fires("UploadsFail", "app", ago(10));
        pager.poll();
        monitoring.restarted(Duration.ofSeconds(5));
        pager.poll();
        another().poll();
        monitoring.restarted(Duration.ofSeconds(150));
        pager.poll();
        assertThat(kinds()).as("its rules look on for a while before they fire").containsExactly("FIRED 1");
        monitoring.fires("UploadsFail", "app", now);
        another().poll();
        assertThat(kinds()).containsExactly("FIRED 1");
        monitoring.restarted(Duration.ofSeconds(190));
        pager.poll();
        assertThat(kinds()).containsExactly("FIRED 1", "OVER 1");
    }

    @Test void howLongItHasBeenUpIsToldByItsOwnClock() {
        for (Duration ahead : List.of(Duration.ofHours(2), Duration.ofHours(-2))) {
            monitoring.ahead(ahead).fires("UploadsFail", "app", now);
            pager.poll();
            int before = kinds().size();
            monitoring.restarted(Duration.ofMinutes(2));
            pager.poll();
            assertThat(kinds()).as("%s ahead", ahead).hasSize(before);
            monitoring.restarted(Duration.ofMinutes(4));
            pager.poll();
            assertThat(kinds()).as("%s ahead", ahead).hasSize(before + 1).last().isEqualTo("OVER 1");
        }
    }

    @Test void aClockThatWasPutBackEndsPagesAllTheSame() {
        monitoring.fires("UploadsFail", "app", now);
        pager.poll();
        monitoring.restarted(Duration.ofHours(-1));
        pager.poll();
        assertThat(kinds()).containsExactly("FIRED 1", "OVER 1");
    }

    @Test void whatARestartOfPrometheusInterruptsIsOneOutage() throws IOException {
        firesAndEnds(60, 40, 36, 20);
        monitoring.restarted(Duration.ofMinutes(38));
        another().poll();
        assertThat(kinds()).containsExactly("FIRED 1", "OVER 1");
        assertTimesAgo(20);
    }

    @Test void whatBeginsAfterARestartOfPrometheusAndFiredLongBeforeIsNot() throws IOException {
        firesAndEnds(60, 50, 36, 20);
        monitoring.restarted(Duration.ofMinutes(38));
        another().poll();
        assertThat(kinds()).containsExactly("FIRED 1", "OVER 1", "AGAIN 1", "OVER 1");
    }

    @Test void anAlertmanagerThatForgetsAndAPrometheusThatIsSilentEndNothing() {
        monitoring.fires("UploadsFail", "app", now);
        pager.poll();
        monitoring.alertmanagerForgets();
        pager.poll();
        monitoring.prometheusSilent = true;
        pager.poll();
        assertThat(kinds()).containsExactly("FIRED 1", "SILENT 0");
        assertThat(pager.pages().get(0).open()).isTrue();
    }

    @Test void whoTookItOnAndWhenItWasResolvedIsKept() {
        pager.complain("SEV3", "Uploads are broken again");
        monitoring.fires("UploadsFail", "app", now);
        pager.poll();
        pager.acknowledge(pager.find("uploadsfail").orElseThrow());
        pager.resolve(pager.find("#1").orElseThrow(), "limit raised");
        assertThat(kinds()).containsExactly("FIRED 1", "FIRED 2", "ACKNOWLEDGED 2", "RESOLVED 1");
        assertThat(another().pages()).extracting(page -> page.acknowledged() != null, page -> page.resolved() != null, Page::open)
            .containsExactly(org.assertj.core.groups.Tuple.tuple(false, true, false), org.assertj.core.groups.Tuple.tuple(true, false, true));
        assertThat(pager.find("3")).isEmpty();
        monitoring.nothingFires();
        pager.poll();
        assertThat(pager.pages().get(0).over()).as("no monitor says when a person is content").isNull();
    }

    @Test void anIncidentThatIsStartedOverBeginsWithAnEmptyPagerAndNewNumbers() {
        pager.complain("SEV3", "Uploads are broken again");
        pager.begin();
        assertThat(pager.pages()).isEmpty();
        pager.complain("SEV3", "Uploads are broken again");
        assertThat(pager.pages()).extracting(Page::number).containsExactly(2);
    }

    @Test void aLineThatWasCutShortIsNoEvent() throws IOException {
        pager.complain("SEV3", "Uploads are broken again");
        Files.writeString(folder.resolve("incident/pager.jsonl"), "{\"at\":\"2026", StandardOpenOption.APPEND);
        pager.acknowledge(pager.find("1").orElseThrow());
        pager.resolve(pager.find("1").orElseThrow(), null);
        assertThat(pager.pages().get(0).resolved()).isNotNull();
        assertThat(pager.pages().get(0).acknowledged()).isNotNull();
    }
}
