package oncall.health;

import java.util.List;

/**
 * What a database answered. A refusal (stopped, overloaded, locked, no such table) is a reading too.
 *
 * @param rows the fields of each row as text
 * @param error the database's words where it refused; else empty
 */
public record SqlReading(List<List<String>> rows, String error) {

    public boolean ok() {
        return error.isEmpty();
    }

    /**
     * The first field of the first row.
     *
     * @throws IllegalStateException when the database refused or there is no row
     */
    public String single() {
        if (!ok() || rows.isEmpty() || rows.get(0).isEmpty()) {
            throw new IllegalStateException("no single value: " + (ok() ? "no row" : error));
        }
        return rows.get(0).get(0);
    }
}
