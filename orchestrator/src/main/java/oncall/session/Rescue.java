package oncall.session;

import java.time.InstantSource;

/** Brings a VM back whose emulator failed while it rebooted: docs/decisions/0034-when-qemu-fails-in-a-reboot.md. */
final class Rescue {
    private final LabContext context;
    private final String machine;
    private final HangWatch watch;
    private boolean powerCycled;

    Rescue(LabContext context, String machine, InstantSource clock) {
        this.context = context;
        this.machine = machine;
        this.watch = new HangWatch(() -> context.stage().activity(machine), clock);
    }

    /** To be called each time that the VM does not answer. */
    void help() {
        if (context.stage().startCrashed(machine)) say("its QEMU crashed while it rebooted, and is started again");
        else if (!powerCycled && watch.hangs()) {
            powerCycled = true;
            say("it hangs in its reboot, and is switched off and on again");
            context.stage().powerCycle(machine);
        }
    }

    /** Whether the VM hung, and so deserves the whole of its time once more. */
    boolean powerCycled() { return powerCycled; }

    private void say(String what) { context.progress().say(machine + ": " + what); }
}
