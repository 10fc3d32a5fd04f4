package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import oncall.grade.Lab;
import oncall.health.BalancerServer;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;

/** The instances of the back end which answer customers. */
final class BackEnds {

    static final Set<String> ALL = Set.of("8081", "8082");

    /** What the balancer calls them together. */
    private static final String BALANCED = "shop-api";

    /** The balancer takes turns, and others ask at the same time; so many tries meet all that there are. */
    private static final int TRIES = 30;

    private BackEnds() {}

    /** What the balancer knows of them; nothing where it cannot be asked. */
    static List<BalancerServer> balanced(Lab lab) {
        return BalancerServer.parse(lab.on("proxy").sudo(BalancerServer.COMMAND).out()).stream()
                .filter(server -> server.backend().equals(BALANCED)).toList();
    }

    /** Those to which the balancer sends customers. */
    static List<BalancerServer> up(Lab lab) {
        return balanced(lab).stream().filter(BalancerServer::up).toList();
    }

    /** Who answers, over as many requests as it takes to meet all, or {@link #TRIES}. */
    static Set<String> seenByCustomers(Lab lab) {
        return seenIn(Stream.generate(() -> lab.http().get(HttpProbe.API, "/api/badge")));
    }

    /** Fails where one of them gets no customers, or nobody is there at all. */
    static void assertAllServe(Lab lab) {
        Set<String> seen = seenByCustomers(lab);
        assertThat(seen)
                .withFailMessage("Customers' requests are served by %s only; both back ends should share the load",
                        seen.isEmpty() ? "nobody" : seen)
                .containsAll(ALL);
    }

    /** What each of them says to the same request; fails unless all were met, and nobody else answered for them. */
    static Map<String, HttpReading> answers(Supplier<HttpReading> request) {
        Map<String, HttpReading> answers = new TreeMap<>();
        for (int tries = 0; tries < TRIES && !answers.keySet().containsAll(ALL); tries++) {
            HttpReading answer = request.get();
            String instance = answer.header("X-Shop-Instance").orElseThrow(() -> new AssertionError(
                    "Some answers of the API are not a back end's: %s".formatted(answer.summary())));
            answers.put(instance, answer);
        }
        assertThat(answers.keySet())
                .withFailMessage("Customers are answered by %s only; both back ends should share the load", answers.keySet())
                .containsAll(ALL);
        return answers;
    }

    static Set<String> seenIn(Stream<HttpReading> answers) {
        Set<String> seen = new TreeSet<>();
        var each = answers.limit(TRIES).iterator();
        while (!seen.containsAll(ALL) && each.hasNext()) {
            each.next().header("X-Shop-Instance").ifPresent(seen::add);
        }
        return seen;
    }
}
