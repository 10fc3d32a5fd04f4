package shop.api;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import shop.data.Product;
import shop.data.Products;

/** Products, prices and what is on offer, with caches in front of the database. */
final class Catalogue {
    private final Products products;
    private final Clock clock;
    private final BoundedCache<String, Product> bySku;
    private final BoundedCache<String, Offers> byVisitor;

    /** What one visitor is shown until the day ends. */
    record Offers(List<Product> products, Instant until) {}

    Catalogue(Products products, Clock clock, int maxEntries, MeterRegistry registry) {
        this.products = products;
        this.clock = clock;
        this.bySku = new BoundedCache<>(maxEntries);
        this.byVisitor = new BoundedCache<>(maxEntries);
        gauge("products", bySku, registry);
        gauge("offers", byVisitor, registry);
    }

    private static void gauge(String name, BoundedCache<?, ?> cache, MeterRegistry registry) {
        Gauge.builder("shop.cache.entries", cache, BoundedCache::size).tag("cache", name).register(registry);
    }

    List<Product> all() throws SQLException {
        return products.all();
    }

    Optional<Product> find(String sku) throws SQLException {
        Product cached = bySku.get(sku);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<Product> product = products.find(sku);
        product.ifPresent(found -> bySku.put(sku, found));
        return product;
    }

    Offers offersFor(String visitor) throws SQLException {
        Instant now = clock.instant();
        Offers cached = byVisitor.get(visitor);
        if (cached != null && cached.until().isAfter(now)) {
            return cached;
        }
        Instant endOfDay = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Offers offers = new Offers(products.onOffer(), endOfDay);
        byVisitor.put(visitor, offers);
        return offers;
    }

    /** The price that is asked today, with the discount taken off. */
    BigDecimal priceOf(Product product) {
        BigDecimal percent = BigDecimal.valueOf(100L - product.discount());
        return product.price().multiply(percent).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
    }
}
