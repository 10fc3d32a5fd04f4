package oncall.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oncall.grade.Lab;
import oncall.level.MachineSpec;

/** What the stage's name server itself says of its zone, asked directly and by nobody's cache or list. */
record ZoneAnswer(List<Entry> entries) {

    static final String ZONE = "shop.internal";

    private static final int MOST_ALIASES = 8;

    /** One line of an answer; names end in a dot. */
    record Entry(String name, String type, String data) {}

    static ZoneAnswer ask(Lab lab) {
        // -r: what the player's own account has set for this tool is no answer of the server's.
        StringBuilder command = new StringBuilder("dig -r +noall +answer +time=2 +tries=2 @")
                .append(lab.stage().machine("ops").address()).append(' ').append(ZONE).append(" SOA");
        for (MachineSpec machine : lab.stage().machines()) {
            command.append(' ').append(machine.name()).append('.').append(ZONE).append(" A");
        }
        // A server that does not answer is an answer, too; six questions, each asked twice, end before the command's own limit.
        return parse(lab.on("app").run(command.toString()).out());
    }

    static ZoneAnswer parse(String printed) {
        List<Entry> entries = new ArrayList<>();
        printed.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith(";")).forEach(line -> {
            String[] fields = line.split("\\s+", 5);
            if (fields.length == 5 && fields[2].equals("IN")) {
                entries.add(new Entry(fields[0], fields[3], fields[4]));
            }
        });
        return new ZoneAnswer(entries);
    }

    /** The addresses of a machine, through any aliases. */
    List<String> addresses(String machine) {
        String name = machine + "." + ZONE + ".";
        for (int i = 0; i < MOST_ALIASES; i++) {
            Optional<String> alias = first(name, "CNAME");
            if (alias.isEmpty()) {
                break;
            }
            name = alias.get();
        }
        String last = name;
        return entries.stream().filter(entry -> entry.name().equals(last) && entry.type().equals("A"))
                .map(Entry::data).distinct().toList();
    }

    /** Those of the machines for which it leads elsewhere as well, or nowhere. */
    List<MachineSpec> wrong(List<MachineSpec> machines) {
        return machines.stream().filter(machine -> !addresses(machine.name()).equals(List.of(machine.address()))).toList();
    }

    /** The zone's serial number; empty where nobody serves the zone. */
    Optional<Long> serial() {
        return first(ZONE + ".", "SOA").map(data -> Long.valueOf(data.split("\\s+")[2]));
    }

    /** Whether whoever keeps a copy of the zone with one serial takes one with another for newer. */
    static boolean isNewer(long serial, long than) {
        return (int) (serial - than) > 0;
    }

    private Optional<String> first(String name, String type) {
        return entries.stream().filter(entry -> entry.name().equals(name) && entry.type().equals(type))
                .map(Entry::data).findFirst();
    }
}
