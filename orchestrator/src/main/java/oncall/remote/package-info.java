/** Talking to a VM: run a command, copy a file. Knows the JDK and sshj, nothing of the lab. */
package oncall.remote;
