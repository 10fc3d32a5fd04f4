package shop.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

public final class MysqlInvoices implements Invoices {
    private static final String SELECT = "SELECT id, sequence_number, customer_reference, purchase_order, issued_on,"
            + " amount_cents, currency, status FROM invoices";

    private final DataSource billing;

    public MysqlInvoices(DataSource billing) {
        this.billing = billing;
    }

    @Override
    public List<Invoice> ofCustomer(String reference, int limit) throws SQLException {
        String sql = SELECT + " WHERE customer_reference = ? ORDER BY issued_on DESC, id DESC LIMIT ?";
        try (Connection connection = billing.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, reference);
            query.setInt(2, limit);
            return invoices(query);
        }
    }

    @Override
    public List<Invoice> ofPurchaseOrder(String purchaseOrder, int limit) throws SQLException {
        String sql = SELECT + " WHERE purchase_order = ? ORDER BY issued_on DESC, id DESC LIMIT ?";
        try (Connection connection = billing.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, purchaseOrder);
            query.setInt(2, limit);
            return invoices(query);
        }
    }

    @Override
    public List<Invoice> withSequenceNumber(String sequenceNumber) throws SQLException {
        String sql = SELECT + " WHERE sequence_number = ?";
        try (Connection connection = billing.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, sequenceNumber);
            return invoices(query);
        }
    }

    private static List<Invoice> invoices(PreparedStatement query) throws SQLException {
        List<Invoice> invoices = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                invoices.add(new Invoice(rows.getLong("id"), rows.getString("sequence_number"),
                        rows.getString("customer_reference"), rows.getString("purchase_order"),
                        LocalDate.parse(rows.getString("issued_on")), rows.getLong("amount_cents"),
                        rows.getString("currency"), rows.getString("status")));
            }
        }
        return invoices;
    }
}
