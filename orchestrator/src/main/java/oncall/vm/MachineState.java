package oncall.vm;

/** What libvirt says a VM is doing. */
public enum MachineState {
    ABSENT("not there"), RUNNING("running"), PAUSED("paused"), SHUT_OFF("shut off"), OTHER("in an unexpected state"), UNKNOWN("unknown");

    private final String words;

    MachineState(String words) { this.words = words; }

    static MachineState of(String libvirt) {
        return switch (libvirt.strip()) {
            case "running", "idle" -> RUNNING;
            case "paused" -> PAUSED;
            case "shut off", "crashed" -> SHUT_OFF;
            default -> OTHER;
        };
    }

    @Override public String toString() { return words; }
}
