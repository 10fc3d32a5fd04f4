package oncall.grade;

/** What to do where the lab cannot look at a machine. */
public final class SshAdvice {

    private SshAdvice() {}

    /** For players, who may have done it themselves. */
    public static String of(String machine) {
        return ("The lab looks at machines over SSH, as you do. If sshd on %1$s was stopped, or its firewall changed, put that right: in a "
                + "session that is still open, or by a restart of the VM (virsh -c qemu:///system reboot oncall-lab-%1$s). "
                + "Then verify again; ./lab reset starts the incident over.").formatted(machine);
    }
}
