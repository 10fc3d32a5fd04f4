package oncall.checks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import oncall.grade.Lab;

/** Where a machine knows another one's address by itself, instead of asking for it. */
final class NamesByHeart {

    /** What the shop's programs and those in front of and beside them are told by. */
    private static final Map<String, String> CONFIGURATION = Map.of(
            "proxy", "/etc/haproxy /etc/nginx/nginx.conf /etc/nginx/conf.d /etc/nginx/sites-available /etc/nginx/sites-enabled",
            "app", "/etc/shop /etc/systemd/system /srv/shop/src/main",
            "ops", "/etc/shop /etc/prometheus");

    private NamesByHeart() {}

    /** The other machines that a list of hosts names, on the machine that it belongs to. */
    static Set<String> inHosts(Lab lab, String machine) {
        return inHosts(lab.on(machine).output("cat /etc/hosts"), machine, lab.stage().names());
    }

    static Set<String> inHosts(String hosts, String machine, List<String> machines) {
        return hosts.lines().map(line -> line.replaceFirst("#.*", "").strip())
                .flatMap(line -> Arrays.stream(line.split("\\s+")).skip(1))
                .map(name -> name.replaceFirst("\\." + ZoneAnswer.ZONE + "[.]?$", ""))
                .filter(name -> machines.contains(name) && !name.equals(machine)).collect(Collectors.toSet());
    }

    /** The files of a machine's configuration which hold an address of the stage. */
    static Set<String> inConfiguration(Lab lab, String machine) {
        String paths = CONFIGURATION.get(machine);
        return paths == null ? Set.of() : inConfiguration(lab.on(machine).sudo(
                // Exit 1 says that there is none.
                "grep -rsE '%s' %s || true".formatted(lab.stage().network().prefix().replace(".", "[.]") + "[.][0-9]+", paths))
                .orThrow().out());
    }

    /** @param found lines of grep, each with its file */
    static Set<String> inConfiguration(String found) {
        return found.lines().filter(line -> line.contains(":"))
                .filter(line -> !line.substring(line.indexOf(':') + 1).strip().matches("(#|//|[*]|;).*"))
                .map(line -> line.substring(0, line.indexOf(':'))).collect(Collectors.toSet());
    }
}
