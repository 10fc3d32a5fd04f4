package shop.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

public final class PostgresUploads implements Uploads {
    private final DataSource shop;

    public PostgresUploads(DataSource shop) {
        this.shop = shop;
    }

    @Override
    public void add(Upload upload) throws SQLException {
        String sql = "INSERT INTO uploads (id, name, size_bytes, sha256) VALUES (?, ?, ?, ?)";
        try (Connection connection = shop.getConnection(); PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, upload.id());
            insert.setString(2, upload.name());
            insert.setLong(3, upload.size());
            insert.setString(4, upload.sha256());
            insert.executeUpdate();
        }
    }

    @Override
    public Optional<Upload> find(UUID id) throws SQLException {
        String sql = "SELECT id, name, size_bytes, sha256 FROM uploads WHERE id = ?";
        try (Connection connection = shop.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, id);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Upload(id, rows.getString("name"), rows.getLong("size_bytes"), rows.getString("sha256")))
                        : Optional.empty();
            }
        }
    }

    @Override
    public boolean remove(UUID id) throws SQLException {
        String sql = "DELETE FROM uploads WHERE id = ?";
        try (Connection connection = shop.getConnection(); PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, id);
            return delete.executeUpdate() > 0;
        }
    }
}
