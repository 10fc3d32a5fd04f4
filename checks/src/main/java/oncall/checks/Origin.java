package oncall.checks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import oncall.grade.Lab;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import oncall.health.HttpRequestSpec;

/** Where a page comes from, as browsers tell the API, and what they make of its answer. */
final class Origin {

    private static final String READ = "/api/badge";
    private static final String WRITE = "/api/uploads";
    /** What the shop's pages send along; browsers ask for them by these names, in lower case. */
    private static final List<String> HEADERS = List.of("content-type", "x-file-name");

    private Origin() {}

    static String ofTheShop(Lab lab) {
        return lab.http().address(HttpProbe.SHOP, "").toString();
    }

    /**
     * Sites that nobody has heard of, also with names and ports like the shop's, another one on the shop's own name, and a
     * page without any.
     */
    static List<String> strangers(Lab lab) {
        String word = "site-%08x".formatted(lab.random().nextInt());
        String shop = ofTheShop(lab);
        return List.of("https://" + word + ".example", shop + "." + word + ".example",
                shop.replace("://", "://" + word + "-"), otherPort(lab, shop), "null");
    }

    /** A high one, where no site of the shop's is and none is moved to. */
    private static String otherPort(Lab lab, String shop) {
        int port = 20_000 + lab.random().nextInt(40_000);
        return shop.replaceFirst(":\\d+$", "") + ":" + (shop.endsWith(":" + port) ? port + 1 : port);
    }

    static HttpReading get(Lab lab, String origin) {
        return lab.http().send(HttpRequestSpec.get(HttpProbe.API, READ).header("Origin", origin));
    }

    static HttpReading preflight(Lab lab, String origin, String method) {
        return preflight(lab, origin, method, WRITE);
    }

    static HttpReading preflight(Lab lab, String origin, String method, String path) {
        return lab.http().send(HttpRequestSpec.of("OPTIONS", HttpProbe.API, path).header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", String.join(",", HEADERS)));
    }

    /** Whom a back end on its own port lets in when a page from there asks; empty for nobody. */
    static String allowedByInstance(Lab lab, String port, String origin) {
        return lab.on("app").output("curl -s -m 10 -o /dev/null "
                + "-w '%header{access-control-allow-origin}' -X OPTIONS -H 'Origin: " + origin + "' -H 'Access-Control-Request-Method: POST' "
                + "http://127.0.0.1:" + port + WRITE + " || true");
    }

    static List<String> allowed(HttpReading answer) {
        return answer.headers().getOrDefault("access-control-allow-origin", List.of());
    }

    /** Why a browser would not show the answer to a page from there, which sends a customer's cookies along. */
    static Optional<String> refusal(HttpReading answer, String origin) {
        List<String> allowed = allowed(answer);
        if (allowed.isEmpty()) {
            return Optional.of("it lets nobody in");
        }
        if (!allowed.equals(List.of(origin))) {
            return Optional.of("it lets in " + String.join(" and ", allowed));
        }
        return Optional.of("it takes no cookies")
                .filter(why -> !answer.header("Access-Control-Allow-Credentials").orElse("").equals("true"));
    }

    /** The same for the question that a browser asks before it sends what could do harm. */
    static Optional<String> preflightRefusal(HttpReading answer, String origin, String method) {
        if (!answer.ok()) {
            return Optional.of(answer.summary());
        }
        return refusal(answer, origin).or(() -> Stream.concat(
                        Stream.of(method).filter(name -> !listed(answer, "access-control-allow-methods", name)),
                        HEADERS.stream().filter(name -> !listed(answer, "access-control-allow-headers", name)))
                .findFirst().map(name -> name + " is not allowed"));
    }

    private static boolean listed(HttpReading answer, String header, String name) {
        return answer.headers().getOrDefault(header, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(","))).anyMatch(value -> value.strip().equalsIgnoreCase(name));
    }
}
