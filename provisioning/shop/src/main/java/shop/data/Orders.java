package shop.data;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

public interface Orders {
    long count() throws SQLException;

    /** One page of all orders, newest first, without their items. */
    List<Order> page(long offset, int size) throws SQLException;

    /** The newest of the orders which are older than the given one, newest first, without their items. */
    List<Order> before(long id, int size) throws SQLException;

    Optional<Order> find(long id) throws SQLException;

    /**
     * Stores a new order with status PENDING.
     *
     * @throws UnknownUser if there is no such user
     */
    Order add(long userId, List<Order.Item> items) throws SQLException;

    /** Takes back an order that could not be handed over to fulfilment. */
    void remove(long id) throws SQLException;

    final class UnknownUser extends RuntimeException {
        public UnknownUser(long id) {
            super("There is no user " + id);
        }
    }
}
