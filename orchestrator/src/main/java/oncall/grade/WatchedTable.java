package oncall.grade;

import java.util.List;
import oncall.health.SqlProbe;
import oncall.remote.Remote;

/**
 * A table whose rows may not vanish or change, and how to sum it up cheaply: an emulated database reads
 * half a million rows in seconds, not in milliseconds.
 *
 * @param mysql whether MySQL holds it; else PostgreSQL
 * @param key the column of whole numbers by which rows are told apart; may hold a number more than once
 * @param settled the largest key whose row nothing in the healthy stage still touches, as SQL
 * @param totals sums over all rows up to that key, as SQL, by name
 * @param row a whole row as one text, as SQL
 */
record WatchedTable(
        String name, String machine, String database, boolean mysql,
        String key, String settled, List<TotalSpec> totals, String row) {

    record TotalSpec(String name, String sql) {}

    /** The stage's shoppers go on shopping: what is younger than this may still be on its way. */
    private static final String OLD = "created_at < now() - interval '60 seconds'";

    private static final String SETTLED_ORDER = "SELECT max(id) FROM orders WHERE " + OLD;

    /** Seconds since 1970, whatever time zone the database shows to people. */
    private static final String CREATED = "extract(epoch from created_at)";

    static final List<WatchedTable> ALL = List.of(
            postgres("users", "id", "SELECT max(id) FROM users WHERE " + OLD,
                    List.of(count()), "concat_ws('|', id, name, email, " + CREATED + ")"),
            postgres("products", "substring(sku FROM '[0-9]+$')::bigint",
                    "SELECT max(substring(sku FROM '[0-9]+$')::bigint) FROM products",
                    List.of(count(), sum("price_cents")), "concat_ws('|', sku, name, price_cents)"),
            postgres("orders", "id", SETTLED_ORDER,
                    List.of(count(), sum("total_cents"),
                            new TotalSpec("fulfilled", "count(*) FILTER (WHERE status = 'FULFILLED')")),
                    "concat_ws('|', id, user_id, status, total_cents, " + CREATED + ")"),
            postgres("order_items", "order_id", SETTLED_ORDER,
                    List.of(count()),
                    "concat_ws('|', order_id, sku, quantity, price_cents)"),
            postgres("fulfilments", "order_id", SETTLED_ORDER,
                    List.of(count()),
                    "concat_ws('|', order_id, extract(epoch from fulfilled_at))"),
            new WatchedTable("invoices", "mysql", "billing", true, "id", "SELECT max(id) FROM invoices",
                    List.of(count(), sum("amount_cents")),
                    "concat_ws('|', id, sequence_number, customer_reference, ifnull(purchase_order, '-'), "
                            + "ifnull(order_id, '-'), issued_on, amount_cents, currency, status, note)"));

    SqlProbe probe(Remote remote) {
        return mysql ? SqlProbe.mysql(remote, database) : SqlProbe.postgres(remote, database);
    }

    /** One row with all totals. */
    String totalsSql(long maxKey) {
        return "SELECT " + String.join(", ", totals.stream().map(TotalSpec::sql).toList())
                + " FROM " + name + " WHERE " + key + " <= " + maxKey;
    }

    /** One row per range, in the order given: a digest of all rows in it. */
    String samplesSql(List<TableBaseline.Range> ranges) {
        String digest = mysql
                ? "concat(count(*), ':', coalesce(sum(crc32(" + row + ")), 0))"
                : "md5(coalesce(string_agg(" + row + ", E'\\n' ORDER BY " + row + "), ''))";
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < ranges.size(); i++) {
            sql.append(i == 0 ? "" : " UNION ALL ")
                    .append("SELECT ").append(i).append(", ").append(digest).append(" FROM ").append(name)
                    .append(" WHERE ").append(key).append(" BETWEEN ").append(ranges.get(i).from())
                    .append(" AND ").append(ranges.get(i).to());
        }
        return sql.append(" ORDER BY 1").toString();
    }

    private static WatchedTable postgres(
            String name, String key, String settled, List<TotalSpec> totals, String row) {
        return new WatchedTable(name, "postgres", "shop", false, key, settled, totals, row);
    }

    private static TotalSpec count() {
        return new TotalSpec("rows", "count(*)");
    }

    private static TotalSpec sum(String column) {
        return new TotalSpec("sum of " + column, "sum(" + column + ")");
    }
}
