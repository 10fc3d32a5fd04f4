package oncall.checks;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import oncall.grade.Lab;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What becomes of one event that is sent to those who fulfil orders. They may try it several times, also by leaving it to
 * whoever takes over what was left for a minute; while it is in their hands it is not lost. Closing takes it back out, and
 * whatever was kept of it.
 */
final class WorkerTrial implements AutoCloseable {

    /** For three deliveries, a minute apart, and what may come before. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** From one step of setting something aside to the next. */
    private static final Duration MOMENT = Duration.ofSeconds(10);
    private static final String PROCESS = "systemctl show -p MainPID --value shop-worker.service";

    private final Lab lab;
    private final OrderEvent event;
    private final String process;
    private final String id;

    private WorkerTrial(Lab lab, OrderEvent event, String process, String id) {
        this.lab = lab;
        this.event = event;
        this.process = process;
        this.id = id;
    }

    static WorkerTrial send(Lab lab, OrderEvent event) {
        String process = lab.on("app").output(PROCESS);
        return new WorkerTrial(lab, event, process, lab.on("ops").output("valkey-cli XADD orders '*' " + event.arguments()));
    }

    /** Fails where the worker dies of the event, or has finished with it and the order still waits. */
    void assertFulfilled(CustomerOrder order) {
        try {
            await(PATIENCE).until(() -> isFulfilled(order) || !lab.on("app").output(PROCESS).equals(process) || !isUnfinished());
        } catch (ConditionTimeoutException late) {
            // The order's own state says more.
        }
        order.assertFulfilled();
    }

    /** Fails unless the event is kept, and nobody has to do anything about it any more. */
    void assertSetAside() {
        try {
            await(PATIENCE).until(() -> isKept() || !isUnfinished());
            await(MOMENT).until(this::isKept);
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(isUnfinished() ? "it is still taken for unfinished work, tried again for ever, and kept nowhere else"
                    : "it did not stop them, but nobody will ever find it again", late);
        }
        try {
            await(MOMENT).until(() -> !isUnfinished());
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("it is kept, and still taken for unfinished work: whoever starts next begins with it again", late);
        }
    }

    private static ConditionFactory await(Duration patience) {
        return Looks.every(Duration.ofMillis(500), patience);
    }

    private static boolean isFulfilled(CustomerOrder order) {
        try {
            order.assertFulfilled();
            return true;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    private boolean isKept() {
        return !KeptEvents.find(lab, event).isEmpty();
    }

    /** Whether somebody has taken it and not finished. */
    private boolean isUnfinished() {
        return lab.on("ops").run("valkey-cli --raw XPENDING orders fulfilment %s %s 1".formatted(id, id)).out().startsWith(id);
    }

    /** Also where the check was interrupted: what it sent must not stay behind for the next one to find. */
    @Override
    public void close() {
        Uninterrupted.run(this::takeBack);
    }

    private void takeBack() {
        lab.on("ops").output("valkey-cli XACK orders fulfilment %s; %s".formatted(id, OrderStream.removal(id)));
        List<KeptEvents> kept = KeptEvents.find(lab, event);
        if (kept.isEmpty()) {
            return;
        }
        // What cannot be taken out by itself stays, rather than take the incident's own event along.
        Set<String> precious = KeptEvents.find(lab, UnusableEvent.ofTheFault(lab)).stream().map(KeptEvents::key).collect(Collectors.toSet());
        kept.stream().filter(place -> !place.item().isEmpty() || !precious.contains(place.key())).forEach(place -> place.remove(lab));
    }
}
