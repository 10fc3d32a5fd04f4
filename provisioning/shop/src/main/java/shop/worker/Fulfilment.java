package shop.worker;

import java.sql.SQLException;

interface Fulfilment {
    enum Result { FULFILLED, ALREADY_FULFILLED, NO_SUCH_ORDER }

    /** Fulfils an order at most once, however often it is called. */
    Result fulfil(long orderId) throws SQLException;
}
