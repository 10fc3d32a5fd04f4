package oncall.session;

/** Another command is changing the lab. */
public final class LabBusy extends RuntimeException {
    LabBusy(String holder) {
        super("Another lab command is running (" + (holder.isEmpty() ? "unknown" : holder) + "). Wait for it to end, or end it with Ctrl-C there.");
    }
}
