package shop.stream;

import shop.data.Order;

/** Tells fulfilment about new orders. */
public interface OrderEvents {
    /** @throws RuntimeException if the stream did not take the event */
    void created(Order order);
}
