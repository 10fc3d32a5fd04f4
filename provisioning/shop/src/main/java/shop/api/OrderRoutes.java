package shop.api;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shop.data.Order;
import shop.data.Orders;
import shop.data.Product;
import shop.stream.OrderEvents;

final class OrderRoutes {
    private static final int MOST_LINES = 20;
    private static final int MOST_PIECES = 100;

    private final Orders orders;
    private final Catalogue catalogue;
    private final OrderEvents events;

    OrderRoutes(Orders orders, Catalogue catalogue, OrderEvents events) {
        this.orders = orders;
        this.catalogue = catalogue;
        this.events = events;
    }

    void register(Javalin app) {
        app.get("/api/orders", this::history);
        app.get("/api/orders/{id}", this::show);
        app.post("/api/orders", this::checkOut);
    }

    private record History(int page, int size, long total, List<Order> orders) {}

    private record Older(int size, List<Order> orders) {}

    private void history(Context ctx) throws SQLException {
        Paging paging = Paging.of(ctx);
        String before = ctx.queryParam("before");
        if (before != null) {
            if (!isId(before)) {
                throw new ApiError(400, "before must be the number of an order");
            }
            Json.answer(ctx, 200, new Older(paging.size(), orders.before(Long.parseLong(before), paging.size())));
            return;
        }
        List<Order> page = orders.page(paging.offset(), paging.size());
        Json.answer(ctx, 200, new History(paging.page(), paging.size(), orders.count(), page));
    }

    private void show(Context ctx) throws SQLException {
        String id = ctx.pathParam("id");
        Order order = isId(id) ? orders.find(Long.parseLong(id)).orElse(null) : null;
        if (order == null) {
            throw new ApiError(404, "There is no order " + id);
        }
        Json.answer(ctx, 200, order);
    }

    private static boolean isId(String text) {
        return text.matches("\\d{1,18}");
    }

    private record NewOrder(Long userId, List<Line> items) {}

    private record Line(String sku, Integer quantity) {}

    private void checkOut(Context ctx) throws SQLException {
        NewOrder request = Json.body(ctx, NewOrder.class);
        if (request.userId() == null) {
            throw new ApiError(400, "userId is missing");
        }
        Order order;
        try {
            order = orders.add(request.userId(), priced(request.items()));
        } catch (Orders.UnknownUser e) {
            throw new ApiError(422, e.getMessage());
        }
        publish(order);
        Json.answer(ctx, 201, order);
    }

    private List<Order.Item> priced(List<Line> lines) throws SQLException {
        if (lines == null || lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new ApiError(400, "items must hold 1 to " + MOST_LINES + " products");
        }
        Set<String> seen = new HashSet<>();
        List<Order.Item> items = new ArrayList<>();
        for (Line line : lines) {
            if (line == null || line.sku() == null || line.quantity() == null
                    || line.quantity() < 1 || line.quantity() > MOST_PIECES) {
                throw new ApiError(400, "each item needs a sku and a quantity from 1 to " + MOST_PIECES);
            }
            if (!seen.add(line.sku())) {
                throw new ApiError(400, "product " + line.sku() + " is listed twice");
            }
            Product product = catalogue.find(line.sku())
                    .orElseThrow(() -> new ApiError(422, "There is no product " + line.sku()));
            BigDecimal price = catalogue.priceOf(product);
            items.add(new Order.Item(product.sku(), line.quantity(), price));
        }
        return items;
    }

    /** An order that fulfilment never hears of would stay pending for ever, so it is taken back. */
    private void publish(Order order) throws SQLException {
        try {
            events.created(order);
        } catch (RuntimeException e) {
            orders.remove(order.id());
            throw new ApiError(503, "The order could not be taken, please try again", e);
        }
    }
}
