package shop.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

public final class PostgresProducts implements Products {
    private static final String SELECT = "SELECT sku, name, description, price_cents, discount FROM products";

    private final DataSource shop;

    public PostgresProducts(DataSource shop) {
        this.shop = shop;
    }

    @Override
    public List<Product> all() throws SQLException {
        return select(SELECT + " ORDER BY sku");
    }

    @Override
    public Optional<Product> find(String sku) throws SQLException {
        return select(SELECT + " WHERE sku = ?", sku).stream().findFirst();
    }

    @Override
    public List<Product> onOffer() throws SQLException {
        return select(SELECT + " WHERE discount > 0 ORDER BY sku");
    }

    private List<Product> select(String sql, String... parameters) throws SQLException {
        try (Connection connection = shop.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            List<Product> products = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    products.add(new Product(rows.getString(1), rows.getString(2), rows.getString(3),
                            Cents.toAmount(rows.getLong(4)), rows.getInt(5)));
                }
            }
            return products;
        }
    }
}
