package shop.data;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

public final class PostgresOrders implements Orders {
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final DataSource shop;

    public PostgresOrders(DataSource shop) {
        this.shop = shop;
    }

    @Override
    public long count() throws SQLException {
        String sql = "SELECT count(*) FROM orders";
        try (Connection connection = shop.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public List<Order> page(long offset, int size) throws SQLException {
        String sql = "SELECT id, user_id, status, total_cents, created_at FROM orders"
                + " ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?";
        try (Connection connection = shop.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, size);
            query.setLong(2, offset);
            return heads(query);
        }
    }

    @Override
    public List<Order> before(long id, int size) throws SQLException {
        String sql = "SELECT id, user_id, status, total_cents, created_at FROM orders"
                + " WHERE (created_at, id) < (SELECT created_at, id FROM orders WHERE id = ?)"
                + " ORDER BY created_at DESC, id DESC LIMIT ?";
        try (Connection connection = shop.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id);
            query.setInt(2, size);
            return heads(query);
        }
    }

    private static List<Order> heads(PreparedStatement query) throws SQLException {
        List<Order> orders = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                orders.add(order(rows, null));
            }
        }
        return orders;
    }

    @Override
    public Optional<Order> find(long id) throws SQLException {
        String sql = "SELECT id, user_id, status, total_cents, created_at FROM orders WHERE id = ?";
        try (Connection connection = shop.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(order(rows, items(connection, id))) : Optional.empty();
            }
        }
    }

    private static List<Order.Item> items(Connection connection, long id) throws SQLException {
        String sql = "SELECT sku, quantity, price_cents FROM order_items WHERE order_id = ? ORDER BY sku";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id);
            List<Order.Item> items = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    items.add(new Order.Item(rows.getString(1), rows.getInt(2), Cents.toAmount(rows.getLong(3))));
                }
            }
            return items;
        }
    }

    @Override
    public Order add(long userId, List<Order.Item> items) throws SQLException {
        BigDecimal total = items.stream()
                .map(item -> item.price().multiply(BigDecimal.valueOf(item.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        try (Connection connection = shop.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Order order = insert(connection, userId, total, items);
                connection.commit();
                return order;
            } catch (SQLException e) {
                connection.rollback();
                if (FOREIGN_KEY_VIOLATION.equals(e.getSQLState())) {
                    throw new UnknownUser(userId);
                }
                throw e;
            }
        }
    }

    private static Order insert(Connection connection, long userId, BigDecimal total, List<Order.Item> items)
            throws SQLException {
        String order = "INSERT INTO orders (user_id, status, total_cents) VALUES (?, 'PENDING', ?) RETURNING id, created_at";
        long id;
        Instant createdAt;
        try (PreparedStatement insert = connection.prepareStatement(order)) {
            insert.setLong(1, userId);
            insert.setLong(2, Cents.of(total));
            try (ResultSet rows = insert.executeQuery()) {
                rows.next();
                id = rows.getLong(1);
                createdAt = rows.getObject(2, OffsetDateTime.class).toInstant();
            }
        }
        String item = "INSERT INTO order_items (order_id, sku, quantity, price_cents) VALUES (?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(item)) {
            for (Order.Item line : items) {
                insert.setLong(1, id);
                insert.setString(2, line.sku());
                insert.setInt(3, line.quantity());
                insert.setLong(4, Cents.of(line.price()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return new Order(id, userId, "PENDING", total, createdAt, items);
    }

    @Override
    public void remove(long id) throws SQLException {
        String sql = "DELETE FROM orders WHERE id = ? AND status = 'PENDING'";
        try (Connection connection = shop.getConnection(); PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    private static Order order(ResultSet row, List<Order.Item> items) throws SQLException {
        return new Order(row.getLong("id"), row.getLong("user_id"), row.getString("status"),
                Cents.toAmount(row.getLong("total_cents")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), items);
    }
}
