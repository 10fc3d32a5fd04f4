package oncall.health;

import java.util.List;

/** A TCP port which accepts connections, and the address at which; {@code *} for every address. */
public record ListeningPort(String address, int port) {

    public static final String COMMAND = "ss -Hltn";

    /** Reads what {@link #COMMAND} prints. */
    public static List<ListeningPort> parse(String listed) {
        return listed.lines().map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length >= 5 && fields[0].equals("LISTEN"))
                .map(fields -> of(fields[3])).toList();
    }

    public boolean onlyLocal() {
        return address.startsWith("127.") || address.equals("::1");
    }

    private static ListeningPort of(String local) {
        int colon = local.lastIndexOf(':');
        String address = local.substring(0, colon).replaceAll("%.*|[\\[\\]]", "");
        boolean every = address.equals("0.0.0.0") || address.equals("::");
        return new ListeningPort(every ? "*" : address, Integer.parseInt(local.substring(colon + 1)));
    }
}
