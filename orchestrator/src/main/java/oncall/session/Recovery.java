package oncall.session;

import java.util.List;
import oncall.process.Children;

/** Clears up after an orchestrator that did not come to its end. To be called with the lock held. */
final class Recovery {
    private final LabContext context;

    Recovery(LabContext context) { this.context = context; }

    void run() {
        List<String> ended = new Children(context.folders().children()).endLeftovers();
        ended.forEach(command -> context.progress().say("Ended what an interrupted command had left running: " + command));
        JournalEntry last = context.journal().last();
        switch (last.state()) {
            case BOOTING, REMOVING -> {
                context.progress().say("An earlier command (pid " + last.pid() + ") was interrupted while the VMs were being "
                    + (last.state() == LabState.BOOTING ? "made" : "removed") + "; what it left is removed.");
                context.progress().stage("Removing half-made VMs", () -> new StageLifecycle(context).remove());
            }
            case RESTORING, INJECTING, CONTRACT -> context.progress().say("An earlier command (pid " + last.pid()
                + ") was interrupted while " + during(last) + "; the VMs are turned back to the healthy snapshot before they are used.");
            default -> { }
        }
    }

    private static String during(JournalEntry entry) {
        return switch (entry.state()) {
            case INJECTING -> "it staged the incident " + entry.level();
            case CONTRACT -> "it tried the contract of levels";
            default -> "it restored the VMs";
        };
    }
}
