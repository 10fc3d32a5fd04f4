package oncall.session;

/** How much {@code down} takes away. */
public enum DownMode {
    /** VMs off; the healthy snapshot stays, so that the next start is quick. */
    STOP,
    /** VMs, their disks and network removed; the box stays. */
    DESTROY,
    /** Box, pool and cache removed too. */
    PURGE
}
