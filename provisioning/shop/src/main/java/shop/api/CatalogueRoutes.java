package shop.api;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import shop.data.Product;

final class CatalogueRoutes {
    private static final String ANYBODY = "anybody";

    private final Catalogue catalogue;

    CatalogueRoutes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void register(Javalin app) {
        app.get("/api/products", this::products);
        app.get("/api/badge", this::badge);
    }

    private record Listed(String sku, String name, BigDecimal price) {}

    private record Listing(List<Listed> products) {}

    private void products(Context ctx) throws SQLException {
        List<Listed> listed = new ArrayList<>();
        for (Product product : catalogue.all()) {
            listed.add(new Listed(product.sku(), product.name(), catalogue.priceOf(product)));
        }
        Json.answer(ctx, 200, new Listing(listed));
    }

    private record Badge(String text, Instant until) {}

    /** The badge differs by visitor and day, and stays the same for one visitor during a day. */
    private void badge(Context ctx) throws SQLException {
        String given = ctx.queryParam("visitor");
        String visitor = given == null || given.length() > 64 ? ANYBODY : given;
        Catalogue.Offers offers = catalogue.offersFor(visitor);
        Json.answer(ctx, 200, new Badge(text(visitor, offers), offers.until()));
    }

    private static String text(String visitor, Catalogue.Offers offers) {
        if (offers.products().isEmpty()) {
            return "Free delivery today";
        }
        int choice = (visitor + offers.until()).hashCode();
        Product product = offers.products().get(Math.floorMod(choice, offers.products().size()));
        return product.discount() + "% off " + product.name() + " today";
    }
}
