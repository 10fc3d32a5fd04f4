package shop.worker;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

final class PostgresFulfilment implements Fulfilment {
    private final DataSource shop;

    PostgresFulfilment(DataSource shop) {
        this.shop = shop;
    }

    @Override
    public Result fulfil(long orderId) throws SQLException {
        try (Connection connection = shop.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Result result = fulfil(connection, orderId);
                connection.commit();
                return result;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static Result fulfil(Connection connection, long orderId) throws SQLException {
        if (!exists(connection, orderId)) {
            return Result.NO_SUCH_ORDER;
        }
        // The unique order_id decides, also when two workers get the same event.
        String record = "INSERT INTO fulfilments (order_id) VALUES (?) ON CONFLICT (order_id) DO NOTHING";
        String status = "UPDATE orders SET status = 'FULFILLED' WHERE id = ? AND status = 'PENDING'";
        int recorded = update(connection, record, orderId);
        update(connection, status, orderId);
        return recorded == 1 ? Result.FULFILLED : Result.ALREADY_FULFILLED;
    }

    private static boolean exists(Connection connection, long orderId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM orders WHERE id = ? FOR UPDATE")) {
            query.setLong(1, orderId);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static int update(Connection connection, String sql, long orderId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, orderId);
            return statement.executeUpdate();
        }
    }
}
