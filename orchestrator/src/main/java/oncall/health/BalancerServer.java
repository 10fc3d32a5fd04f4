package oncall.health;

import java.util.Arrays;
import java.util.List;

/**
 * One server behind HAProxy.
 *
 * @param status such as {@code UP}, {@code UP 1/2}, {@code DOWN}, {@code MAINT}, {@code no check}
 * @param lastCheck such as {@code L7OK}, {@code INI} before the first has ended; empty where it is not checked
 * @param checkCode the HTTP status that the last check was answered with; 0 where none came, or none was asked for
 */
public record BalancerServer(String backend, String name, String status, String lastCheck, int checkCode) {

    private static final int FIRST_ERROR = 400;
    private static final String UNASKED = "INI";

    /** Run as root on the machine of HAProxy. */
    public static final String COMMAND = "echo 'show stat' | socat -t 5 stdio /run/haproxy/admin.sock";

    /** Reads HAProxy's statistics, whatever the order of their columns. */
    public static List<BalancerServer> parse(String csv) {
        List<String[]> rows = csv.lines().filter(line -> !line.isBlank()).map(line -> line.split(",", -1)).toList();
        if (rows.isEmpty() || !rows.get(0)[0].startsWith("#")) {
            return List.of();
        }
        List<String> names = Arrays.stream(rows.get(0)).map(name -> name.replace("#", "").strip()).toList();
        return rows.stream().skip(1).filter(row -> row.length >= names.size() - 1)
                .filter(row -> !List.of("FRONTEND", "BACKEND").contains(field(names, row, "svname")))
                .map(row -> new BalancerServer(field(names, row, "pxname"), field(names, row, "svname"),
                        field(names, row, "status"), field(names, row, "check_status"),
                        code(field(names, row, "check_code"))))
                .toList();
    }

    public boolean up() {
        return status.startsWith("UP");
    }

    /** Whether it is to be checked, and no check has ended since HAProxy read its configuration. */
    public boolean unasked() {
        return lastCheck.contains(UNASKED);
    }

    /** Whether the last check was answered, and with an error. */
    public boolean saidError() {
        return checkCode >= FIRST_ERROR;
    }

    private static int code(String field) {
        return field.matches("\\d{1,9}") ? Integer.parseInt(field) : 0;
    }

    private static String field(List<String> names, String[] row, String name) {
        int column = names.indexOf(name);
        return column < 0 || column >= row.length ? "" : row[column];
    }
}
