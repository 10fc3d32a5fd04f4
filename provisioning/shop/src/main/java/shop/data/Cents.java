package shop.data;

import java.math.BigDecimal;

/** The databases keep money in cents, the API shows it in units. */
final class Cents {
    private Cents() {}

    static BigDecimal toAmount(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    static long of(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }
}
