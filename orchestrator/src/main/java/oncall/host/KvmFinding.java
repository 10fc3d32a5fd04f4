package oncall.host;

/** What the probe of KVM found, and what Vagrant's libvirt driver is to be for it. */
public record KvmFinding(State state, String found) {
    public enum State { WORKS, BROKEN, ABSENT, UNPROVEN }

    /** "kvm" only where a guest really ran. */
    public String driver() { return state == State.WORKS ? "kvm" : "qemu"; }
}
