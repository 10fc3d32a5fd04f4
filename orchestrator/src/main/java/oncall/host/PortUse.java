package oncall.host;

/**
 * A TCP port on 127.0.0.1 that the lab forwards to a VM.
 *
 * @param domain libvirt's name of the VM that it leads to
 */
public record PortUse(int port, String purpose, String domain) { }
