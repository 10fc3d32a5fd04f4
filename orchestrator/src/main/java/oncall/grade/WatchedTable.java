package oncall.grade;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table whose rows may not vanish or change, and how to sum it up cheaply: an emulated database reads
 * half a million rows in seconds, not in milliseconds.
 *
 * @param key whole numbers by which rows are told apart, as SQL; may hold a number more than once
 * @param settled the largest key whose row nothing in the healthy stage still touches, as SQL
 * @param totals over all rows up to that key, as SQL, by name; empty where another table's tell as much
 * @param row a whole row as one text, as SQL
 */
record WatchedTable(
        String name, Dialect dialect, String key, String settled, Map<String, String> totals, String row) {

    /** Which database holds it. */
    enum Dialect { POSTGRES, MYSQL }

    /** How many rows there are, among the totals. */
    static final String ROWS = "rows";

    /** The stage's shoppers go on shopping: what is younger than this may still be on its way. */
    private static final String OLD = "created_at < now() - interval '60 seconds'";

    private static final String SETTLED_ORDER = "(SELECT max(id) FROM orders WHERE " + OLD + ")";

    /** Seconds since 1970, whatever time zone the database shows to people. */
    private static final String CREATED = "extract(epoch from created_at)";

    private static final String NUMBER_OF_SKU = "substring(sku FROM '[0-9]+$')::bigint";

    static final List<WatchedTable> ALL = List.of(
            new WatchedTable("users", Dialect.POSTGRES, "id", "(SELECT max(id) FROM users WHERE " + OLD + ")",
                    Map.of(ROWS, "count(*)"), "concat_ws('|', id, name, email, " + CREATED + ")"),
            new WatchedTable("products", Dialect.POSTGRES, NUMBER_OF_SKU,
                    "(SELECT max(" + NUMBER_OF_SKU + ") FROM products)",
                    Map.of(ROWS, "count(*)", "sum of price_cents", "sum(price_cents)"),
                    "concat_ws('|', sku, name, price_cents)"),
            new WatchedTable("orders", Dialect.POSTGRES, "id", SETTLED_ORDER,
                    Map.of(ROWS, "count(*)", "sum of total_cents", "sum(total_cents)",
                            "fulfilled", "count(*) FILTER (WHERE status = 'FULFILLED')"),
                    "concat_ws('|', id, user_id, status, total_cents, " + CREATED + ")"),
            new WatchedTable("order_items", Dialect.POSTGRES, "order_id", SETTLED_ORDER, Map.of(),
                    "concat_ws('|', order_id, sku, quantity, price_cents)"),
            new WatchedTable("fulfilments", Dialect.POSTGRES, "order_id", SETTLED_ORDER, Map.of(),
                    "concat_ws('|', order_id, extract(epoch from fulfilled_at))"),
            new WatchedTable("invoices", Dialect.MYSQL, "id", "(SELECT max(id) FROM invoices)",
                    Map.of(ROWS, "count(*)", "sum of amount_cents", "sum(amount_cents)"),
                    "concat_ws('|', id, sequence_number, customer_reference, ifnull(purchase_order, '-'), "
                            + "ifnull(order_id, '-'), issued_on, amount_cents, currency, status, note)"));

    WatchedTable {
        totals = Collections.unmodifiableMap(new TreeMap<>(totals));
    }

    /** One row: "max", the table, the key. */
    String settledSql() {
        return "SELECT 'max', '%s', %s;".formatted(name, settled);
    }

    /** One row: "total", the table, then each total's name and value. */
    String totalsSql(long maxKey) {
        if (totals.isEmpty()) {
            return "";
        }
        StringBuilder sql = new StringBuilder("SELECT 'total', '" + name + "'");
        totals.forEach((total, expression) -> sql.append(", '").append(total).append("', ").append(expression));
        return sql.append(" FROM ").append(name).append(" WHERE ").append(key).append(" <= ").append(maxKey)
                .append(";").toString();
    }

    /** One row per range: "sample", the table, the range's place, a digest of all rows in it. */
    String samplesSql(List<TableBaseline.Range> ranges) {
        String digest = dialect == Dialect.MYSQL
                ? "concat(count(*), ':', coalesce(sum(crc32(" + row + ")), 0))"
                : "md5(coalesce(string_agg(" + row + ", E'\\n' ORDER BY " + row + "), ''))";
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < ranges.size(); i++) {
            sql.append(i == 0 ? "" : " UNION ALL ")
                    .append("SELECT 'sample', '").append(name).append("', ").append(i).append(", ").append(digest)
                    .append(" FROM ").append(name).append(" WHERE ").append(key).append(" BETWEEN ")
                    .append(ranges.get(i).from()).append(" AND ").append(ranges.get(i).to());
        }
        return sql.append(";").toString();
    }
}
