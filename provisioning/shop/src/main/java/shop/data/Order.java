package shop.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** @param items null where only the order's head was asked for */
public record Order(long id, long userId, String status, BigDecimal total, Instant createdAt, List<Item> items) {
    /** @param price of one piece when it was ordered */
    public record Item(String sku, int quantity, BigDecimal price) {}
}
