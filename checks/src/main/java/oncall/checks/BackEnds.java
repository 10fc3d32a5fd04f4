package oncall.checks;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import oncall.grade.Lab;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;

/** The instances of the back end which answer customers. */
final class BackEnds {

    static final Set<String> ALL = Set.of("8081", "8082");

    /** The balancer takes turns, and others ask at the same time; so many tries meet all that there are. */
    private static final int TRIES = 30;

    private BackEnds() {}

    /** Who answers, over as many requests as it takes to meet all, or {@link #TRIES}. */
    static Set<String> seenByCustomers(Lab lab) {
        return seenIn(Stream.generate(() -> lab.http().get(HttpProbe.API, "/api/badge")));
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
