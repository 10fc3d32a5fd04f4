package shop.data;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

public interface Products {
    List<Product> all() throws SQLException;

    Optional<Product> find(String sku) throws SQLException;

    List<Product> onOffer() throws SQLException;
}
