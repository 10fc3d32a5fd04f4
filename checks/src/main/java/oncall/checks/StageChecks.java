package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.health.BalancerServer;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Nothing else broke, as customers and operators see it; judged with every level. What neither sees at
 * once is judged by {@link BaselineChecks}.
 */
@LabChecks
final class StageChecks {

    private static final int SMALL_FILE = 50 * 1024;
    private static final int PAGE = 10;

    @Test
    @DisplayName("the shop's front page is served")
    void frontPage(Lab lab) {
        HttpReading page = lab.http().get(HttpProbe.SHOP, "/");
        assertThat(page.status()).withFailMessage("The shop's front page gives %s", page.summary()).isEqualTo(200);
        assertThat(page.text().toLowerCase(Locale.ROOT))
                .withFailMessage("Something else is served instead of the shop's front page")
                .contains("<html");
    }

    @Test
    @DisplayName("somebody who signs up is among today's users")
    void usersToday(Lab lab) {
        try (Customer customer = Customer.signUp(lab)) {
            customer.assertTaken();
            HttpReading today = lab.http().get(HttpProbe.API, "/api/users/today");
            assertThat(today.status())
                    .withFailMessage("The list of today's users gives %s", today.summary()).isEqualTo(200);
            assertThat(StreamSupport.stream(today.json().path("users").spliterator(), false)
                    .anyMatch(user -> user.path("email").asText().equals(customer.email())))
                    .withFailMessage("Somebody who has just signed up is missing among today's users")
                    .isTrue();
        }
    }

    @Test
    @DisplayName("the order history is listed")
    void orderHistory(Lab lab) {
        HttpReading history = lab.http().get(HttpProbe.API, "/api/orders?page=1&size=" + PAGE);
        assertThat(history.status())
                .withFailMessage("The order history gives %s", history.summary()).isEqualTo(200);
        assertThat(history.json().path("orders").size())
                .withFailMessage("The order history's first page lists %d orders instead of %d",
                        history.json().path("orders").size(), PAGE)
                .isEqualTo(PAGE);
    }

    @Test
    @DisplayName("an invoice is found by its number")
    void invoices(Lab lab) {
        InvoiceSearch search = InvoiceSearch.ofEachKind(lab).get(0);
        search.assertFound(search.send(lab));
    }

    @Test
    @DisplayName("an order is taken and fulfilled")
    void checkout(Lab lab) {
        CustomerOrder.assertOneIsFulfilled(lab);
    }

    @Test
    @DisplayName("a customer's browser may send an order")
    void browsers(Lab lab) {
        String shop = Origin.ofTheShop(lab);
        Origin.preflightRefusal(Origin.preflight(lab, shop, "POST", "/api/orders"), shop, "POST").ifPresent(why -> {
            throw new AssertionError("A browser asks before it sends a customer's order, and does not send it (%s)".formatted(why));
        });
    }

    @Test
    @DisplayName("the badge is shown")
    void badge(Lab lab) {
        HttpReading badge = lab.http().get(HttpProbe.API, "/api/badge");
        assertThat(badge.status()).withFailMessage("The badge gives %s", badge.summary()).isEqualTo(200);
        assertThat(badge.json().path("text").asText())
                .withFailMessage("The badge is there, but nothing is written on it").isNotBlank();
    }

    @Test
    @DisplayName("a small file can be sent, fetched and deleted")
    void upload(Lab lab) {
        try (CustomerFile file = CustomerFile.send(lab, SMALL_FILE)) {
            file.assertTaken("A customer's file of 50 KB");
            String path = "/api/uploads/" + file.answer().json().path("id").asText();
            HttpReading fetched = lab.http().get(HttpProbe.API, path);
            assertThat(fetched.status())
                    .withFailMessage("A file that was just sent cannot be fetched: %s", fetched.summary())
                    .isEqualTo(200);
            assertThat(CustomerFile.sha256(fetched.body()))
                    .withFailMessage("A file that was just sent comes back changed")
                    .isEqualTo(file.answer().json().path("sha256").asText());
            file.remove();
            assertThat(lab.http().get(HttpProbe.API, path).status())
                    .withFailMessage("A file that its customer has deleted can still be fetched")
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("the balancer sends requests to both back ends")
    void balancer(Lab lab) {
        List<BalancerServer> servers = BackEnds.balanced(lab);
        assertThat(servers.stream().filter(BalancerServer::up).count())
                .withFailMessage("The balancer should send requests to both back ends, but they are: %s",
                        servers.isEmpty() ? "unknown to it" : servers.stream()
                                .map(server -> server.name() + " " + server.status()).toList())
                .isGreaterThanOrEqualTo(BackEnds.ALL.size());
    }

    @Test
    @DisplayName("the monitoring answers")
    void monitoring(Lab lab) {
        Stream.of(9090, 9093).forEach(port -> {
            HttpReading health = onHost(lab, port).get("127.0.0.1", "/-/healthy");
            assertThat(health.status())
                    .withFailMessage("%s gives %s", port == 9090 ? "Prometheus" : "Alertmanager", health.summary())
                    .isEqualTo(200);
        });
    }

    /** A guest's port as the host reaches it. */
    private static HttpProbe onHost(Lab lab, int guestPort) {
        int port = lab.stage().machines().stream().flatMap(machine -> machine.forwards().stream())
                .filter(forward -> forward.guest() == guestPort).findFirst()
                .orElseThrow(() -> new IllegalStateException("the stage forwards nothing to port " + guestPort))
                .host();
        return new HttpProbe(URI.create("http://127.0.0.1:" + port));
    }
}
