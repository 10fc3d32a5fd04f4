package oncall.checks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oncall.grade.Lab;

/** Where a machine knows another one's address by itself, instead of asking for it. */
final class NamesByHeart {

    /** What the shop's programs and those in front of and beside them are told by. */
    private static final Map<String, String> CONFIGURATION = Map.of(
            "proxy", "/etc/haproxy /etc/nginx/nginx.conf /etc/nginx/conf.d /etc/nginx/sites-available /etc/nginx/sites-enabled",
            "app", "/etc/shop /etc/systemd/system /srv/shop/src/main",
            "ops", "/etc/shop /etc/prometheus");

    /** Here nginx reads every file that is not hidden, whatever it is called. */
    private static final Pattern ALL_READ = Pattern.compile("/etc/nginx/sites-enabled/[^./][^/]*");

    /** Elsewhere files are read by their whole name or its ending; what is set aside under another one is not. */
    private static final String ENDING = "[.](cfg|conf|env|java|json|properties|service|ya?ml)";
    private static final Pattern SET_ASIDE = Pattern.compile(
            ".*/[^/]+(~|[._-](bak|backup|old|orig|rej|save|sw[op])[0-9:._-]*)|.*/[^/]+" + ENDING + "[._-][^/]*(?<!" + ENDING + ")");

    /** In code, where a string may well hold the sign that begins a comment elsewhere. */
    private static final Pattern CODE_COMMENT = Pattern.compile("^\\s*[*].*|(^|[\\s;{}])//.*|(^|[\\s;(])/[*].*?([*]/|$)");
    private static final Pattern COMMENT = Pattern.compile("^\\s*(//|[*]|;).*|(^|\\s)#.*");

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
        String network = lab.stage().network().prefix();
        return paths == null ? Set.of() : inConfiguration(lab.on(machine).sudo(
                // Links are followed, since what they lead to is read. Exit 1 says that there is none.
                "grep -RasE -D skip '%s' %s || true".formatted(address(network), paths)).orThrow().out(), network);
    }

    /** @param found lines of grep, each with its file */
    static Set<String> inConfiguration(String found, String network) {
        Pattern address = Pattern.compile(address(network));
        return found.lines().map(line -> line.split(":", 2)).filter(line -> line.length == 2 && isRead(line[0]))
                .filter(line -> address.matcher(withoutComment(line[0], line[1])).find())
                .map(line -> line[0]).collect(Collectors.toSet());
    }

    private static boolean isRead(String file) {
        return ALL_READ.matcher(file).matches() || !SET_ASIDE.matcher(file).matches();
    }

    private static String withoutComment(String file, String line) {
        return (file.endsWith(".java") ? CODE_COMMENT : COMMENT).matcher(line).replaceAll("");
    }

    private static String address(String network) {
        return network.replace(".", "[.]") + "[.][0-9]+";
    }
}
