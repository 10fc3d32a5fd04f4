package shop.worker;

import java.time.Duration;
import java.util.List;

/** The consumer's view of the stream. Each method throws a RuntimeException if the stream cannot be used. */
interface EventSource {
    /** Events that were delivered to this consumer before and not acknowledged, oldest first. */
    List<Event> unacknowledged();

    /** Takes over events which another consumer has left unacknowledged for long. */
    List<Event> abandoned();

    /** Events not delivered to anybody before; waits for them up to {@code patience}. */
    List<Event> fresh(Duration patience);

    void acknowledge(Event event);
}
