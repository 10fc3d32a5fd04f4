package shop.data;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

public interface Users {
    /** Users created from {@code from} (inclusive) until {@code until} (exclusive), newest first. */
    List<User> createdBetween(Instant from, Instant until, int limit) throws SQLException;

    int countCreatedBetween(Instant from, Instant until) throws SQLException;

    /** @throws EmailTaken if another user has this address */
    User add(String name, String email) throws SQLException;

    final class EmailTaken extends RuntimeException {
        public EmailTaken(String email) {
            super("A user with the address " + email + " exists already");
        }
    }
}
