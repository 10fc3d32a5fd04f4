package shop.data;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

public interface Uploads {
    void add(Upload upload) throws SQLException;

    Optional<Upload> find(UUID id) throws SQLException;

    /** Returns false if there was none. */
    boolean remove(UUID id) throws SQLException;
}
