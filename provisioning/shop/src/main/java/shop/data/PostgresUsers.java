package shop.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

public final class PostgresUsers implements Users {
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource shop;

    public PostgresUsers(DataSource shop) {
        this.shop = shop;
    }

    @Override
    public List<User> createdBetween(Instant from, Instant until, int limit) throws SQLException {
        String sql = "SELECT id, name, email, created_at FROM users"
                + " WHERE created_at >= ? AND created_at < ? ORDER BY created_at DESC, id DESC LIMIT ?";
        try (Connection connection = shop.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, from.atOffset(ZoneOffset.UTC));
            query.setObject(2, until.atOffset(ZoneOffset.UTC));
            query.setInt(3, limit);
            List<User> users = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    users.add(user(rows));
                }
            }
            return users;
        }
    }

    @Override
    public int countCreatedBetween(Instant from, Instant until) throws SQLException {
        String sql = "SELECT count(*) FROM users WHERE created_at >= ? AND created_at < ?";
        try (Connection connection = shop.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, from.atOffset(ZoneOffset.UTC));
            query.setObject(2, until.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    @Override
    public User add(String name, String email) throws SQLException {
        String sql = "INSERT INTO users (name, email) VALUES (?, ?) RETURNING id, name, email, created_at";
        try (Connection connection = shop.getConnection(); PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, name);
            insert.setString(2, email);
            try (ResultSet rows = insert.executeQuery()) {
                rows.next();
                return user(rows);
            }
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new EmailTaken(email);
            }
            throw e;
        }
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(row.getLong("id"), row.getString("name"), row.getString("email"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
