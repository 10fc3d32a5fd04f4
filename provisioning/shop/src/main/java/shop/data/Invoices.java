package shop.data;

import java.sql.SQLException;
import java.util.List;

/** Each search answers the newest invoices first. */
public interface Invoices {
    List<Invoice> ofCustomer(String reference, int limit) throws SQLException;

    List<Invoice> ofPurchaseOrder(String purchaseOrder, int limit) throws SQLException;

    List<Invoice> withSequenceNumber(String sequenceNumber) throws SQLException;
}
