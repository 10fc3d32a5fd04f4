package oncall.level;

import java.util.List;

/**
 * How an incident comes to whoever is on call.
 *
 * @param alerts which of the monitoring's alerts have to fire; none where no monitor sees it and a person complains
 * @param runbooks names of files in {@code docs/runbooks}, without their ending, whose procedure leads to a mend
 * @param outdatedRunbooks the same for those whose procedure was right once
 * @param incidents where a level is about several incidents at the same time, all that its variants have; else none
 */
public record Paging(
        List<String> alerts, List<String> runbooks, List<String> outdatedRunbooks, List<Incident> incidents) {

    static final Paging COMPLAINT = new Paging(List.of(), List.of(), List.of());

    /** Of a level that is about one incident. */
    Paging(List<String> alerts, List<String> runbooks, List<String> outdatedRunbooks) {
        this(alerts, runbooks, outdatedRunbooks, List.of());
    }

    public Paging {
        alerts = List.copyOf(alerts);
        runbooks = List.copyOf(runbooks);
        outdatedRunbooks = List.copyOf(outdatedRunbooks);
        incidents = List.copyOf(incidents);
    }

    /** Whether a person, and no monitor, says that something is wrong. */
    public boolean byComplaint() {
        return alerts.isEmpty();
    }
}
