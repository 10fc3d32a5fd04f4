package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import oncall.grade.InBrowser;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Symptom;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Browsers let the shop's pages use the API, with all that they do there, and no other site's pages. Whether
 * they do is judged by what the answers say to a browser, through the edge and by each back end in turn; the
 * rules are the browsers' own. The back ends are also asked behind the edge's back: the permission is theirs
 * to give, not the edge's, which knows neither methods nor headers of the API.
 */
@LabChecks
final class CorsMisconfigurationChecks {

    private static final List<String> PAGES = List.of("today", "orders", "invoices", "files");
    private static final int SMALL_FILE = 20_000;

    @Test
    @Symptom
    @DisplayName("browsers let the shop's pages read the API")
    void reading(Lab lab) {
        String origin = Origin.ofTheShop(lab);
        BackEnds.answers(() -> Origin.get(lab, origin)).forEach((instance, answer) -> {
            assertThat(answer.status())
                    .withFailMessage("The API does not answer the shop's pages: %s", answer.summary()).isEqualTo(200);
            Origin.refusal(answer, origin).ifPresent(why -> {
                throw new AssertionError("A browser hides the API's answer from the shop's own pages (%s), as sent by %s"
                        .formatted(why, instance));
            });
        });
    }

    @Test
    @Symptom
    @DisplayName("browsers let the shop's pages write to the API")
    void writing(Lab lab) {
        String origin = Origin.ofTheShop(lab);
        for (String method : List.of("POST", "DELETE")) {
            Map<String, HttpReading> answers = BackEnds.answers(() -> Origin.preflight(lab, origin, method));
            answers.forEach((instance, answer) -> Origin.preflightRefusal(answer, origin, method).ifPresent(why -> {
                throw new AssertionError("A browser asks before a %s from the shop's pages and is refused (%s) by %s"
                        .formatted(method, why, instance));
            }));
        }
    }

    @Test
    @DisplayName("browsers keep other sites' pages out")
    void strangers(Lab lab) {
        for (String stranger : Origin.strangers(lab)) {
            Stream.of(BackEnds.answers(() -> Origin.get(lab, stranger)),
                            BackEnds.answers(() -> Origin.preflight(lab, stranger, "POST")))
                    .flatMap(answers -> answers.values().stream())
                    .forEach(answer -> assertThat(Origin.allowed(answer))
                            .withFailMessage("Pages of any site may use the API in the name of a customer who visits "
                                    + "them: %s was let in", stranger)
                            .doesNotContain("*", stranger));
        }
    }

    @Test
    @DisplayName("each back end itself lets the shop's pages in, and nobody else")
    void behindTheEdge(Lab lab) {
        String origin = Origin.ofTheShop(lab);
        String stranger = Origin.strangers(lab).get(0);
        for (String instance : BackEnds.ALL) {
            assertThat(Origin.allowedByInstance(lab, instance, origin))
                    .withFailMessage("The back end %s itself does not let the shop's pages in; whoever stands in front "
                            + "of it only hides that", instance)
                    .isEqualTo(origin);
            assertThat(Origin.allowedByInstance(lab, instance, stranger))
                    .withFailMessage("The back end %s itself lets the pages of other sites in", instance)
                    .isNotIn(stranger, "*");
        }
    }

    @Test
    @InBrowser
    @DisplayName("a customer sees the shop's pages filled, and can send a file")
    void pages(Lab lab) {
        try (ShopPages shop = ShopPages.open(lab)) {
            // Twice, as the back ends take turns.
            Stream.concat(PAGES.stream(), PAGES.stream()).forEach(shop::assertShown);
            shop.assertTakes(SMALL_FILE);
        }
    }
}
