package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import oncall.grade.Finding;
import oncall.grade.Grader;
import oncall.grade.HealthyStage;
import oncall.grade.Lab;
import oncall.grade.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What browsers make of the API's answers: by the headers and, where the host has one, by a real browser. */
class CorsMisconfigurationChecksTest {

    private static final String READ = "browsers let the shop's pages read the API";
    private static final String WRITE = "browsers let the shop's pages write to the API";
    private static final String STRANGERS = "browsers keep other sites' pages out";
    private static final String BEHIND = "each back end itself lets the shop's pages in, and nobody else";

    private final HealthyStage stage = new HealthyStage();
    private final FakeShop shop = new FakeShop();
    private final String origin = "http://shop.localhost:" + shop.edge().getPort();
    private final BinaryOperator<String> right = (instance, asking) -> asking.equals(origin) ? origin : "";

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theShopsOwnPagesAndNobodyElsePass() {
        assertThat(failed(right)).isEmpty();
    }

    @Test
    void nobodyAtAllFails() {
        assertThat(failed((instance, asking) -> "")).containsExactly(READ, WRITE, BEHIND);
    }

    @Test
    void oneInstanceOfTwoFails() {
        assertThat(failed((instance, asking) -> instance.equals("8082") ? "" : right.apply(instance, asking)))
                .containsExactly(READ, WRITE, BEHIND);
    }

    @Test
    void anybodyFails() {
        assertThat(failed((instance, asking) -> "*")).containsExactly(READ, WRITE, STRANGERS, BEHIND);
        assertThat(failed((instance, asking) -> asking)).containsExactly(STRANGERS, BEHIND);
    }

    @Test
    void whoeverLooksLikeTheShopFails() {
        assertThat(failed((instance, asking) -> asking.startsWith(origin) ? asking : "")).containsExactly(STRANGERS);
    }

    @Test
    void whoeverSharesTheShopsNameFails() {
        String name = origin.replaceFirst(":\\d+$", "");
        assertThat(failed((instance, asking) -> asking.replaceFirst(":\\d+$", "").equals(name) ? asking : ""))
                .containsExactly(STRANGERS);
    }

    @Test
    void whatSomebodyEnteredBesideTheShopPasses() {
        List<String> entered = List.of(origin, origin.replace("shop.", "store."), origin.replace("http:", "https:"), origin + "/",
                origin.replaceFirst(":\\d+$", ""));
        assertThat(failed((instance, asking) -> entered.contains(asking) ? asking : "")).isEmpty();
    }

    @Test
    void anEdgeThatSpeaksForTheBackEndsFails() {
        shop.letting(right);
        stage.machine("app").on("curl", "");

        assertThat(judge()).filteredOn(finding -> finding.outcome() == Outcome.FAIL)
                .extracting(Finding::check).containsExactly(BEHIND);
    }

    @Test
    void aBrowserShowsTheFaultAndTheMend() {
        shop.letting((instance, asking) -> "*");
        Finding broken = inBrowser();
        Assumptions.assumeTrue(broken.outcome() != Outcome.SKIPPED, broken.message());
        assertThat(broken.outcome()).as(broken.message()).isEqualTo(Outcome.FAIL);
        assertThat(broken.message()).isEqualTo(
                "A customer who opens the page \"today\" reads: Something went wrong. Please try again in a moment.");

        shop.letting(right);
        Finding mended = inBrowser();
        assertThat(mended.outcome()).as(mended.message()).isEqualTo(Outcome.PASS);
        assertThat(shop.files).isEmpty();
    }

    /** The names of the checks that fail under a rule, asked through the edge and directly. */
    private List<String> failed(BinaryOperator<String> rule) {
        shop.letting(rule);
        stage.machine("app").on("curl", command -> rule.apply(
                command.replaceFirst("(?s).*127.0.0.1:(\\d+).*", "$1"),
                command.replaceFirst("(?s).*Origin: ([^']*)'.*", "$1")));
        List<Finding> findings = judge();
        assertThat(findings).extracting(Finding::outcome).doesNotContain(Outcome.UNKNOWN);
        return findings.stream().filter(finding -> finding.outcome() == Outcome.FAIL).map(Finding::check).sorted(
                Comparator.comparing(List.of(READ, WRITE, STRANGERS, BEHIND)::indexOf)).toList();
    }

    private List<Finding> judge() {
        return new Grader(Duration.ZERO).judge(lab(), CorsMisconfigurationChecks.class);
    }

    private Finding inBrowser() {
        return new Grader(Duration.ZERO).judgeInBrowser(lab()).get(0);
    }

    private Lab lab() {
        return stage.stage().lab("cors-misconfiguration", stage.capture(), shop.edge());
    }
}
