package shop.data;

import java.math.BigDecimal;

/** @param discount percent off the price while the product is on offer, else 0 */
public record Product(String sku, String name, String description, BigDecimal price, int discount) {}
