package shop.api;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import shop.data.Invoice;
import shop.data.Invoices;

final class InvoiceRoutes {
    private static final int MOST_LISTED = 50;

    private final Invoices invoices;

    InvoiceRoutes(Invoices invoices) {
        this.invoices = invoices;
    }

    void register(Javalin app) {
        app.get("/api/invoices", this::search);
    }

    private record Found(int count, List<Invoice> invoices) {}

    private void search(Context ctx) throws SQLException {
        String customer = given(ctx, "customer");
        String purchaseOrder = given(ctx, "purchaseOrder");
        String sequence = given(ctx, "sequence");
        if (Stream.of(customer, purchaseOrder, sequence).filter(term -> term != null).count() != 1) {
            throw new ApiError(400, "Search by exactly one of customer, purchaseOrder and sequence");
        }
        List<Invoice> found;
        if (customer != null) {
            found = invoices.ofCustomer(customer, MOST_LISTED);
        } else if (purchaseOrder != null) {
            found = invoices.ofPurchaseOrder(purchaseOrder, MOST_LISTED);
        } else {
            found = invoices.withSequenceNumber(sequence);
        }
        Json.answer(ctx, 200, new Found(found.size(), found));
    }

    private static String given(Context ctx, String parameter) {
        String value = ctx.queryParam(parameter);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
