package oncall.pager;

/** Prometheus or Alertmanager does not answer, or not with what it should; the message says which and how. */
public final class MonitoringSilent extends RuntimeException {
    MonitoringSilent(String message) { super(message); }
}
