/** Running programs on the host, and telling how far they are. Knows the JDK and commons-exec, nothing of the lab. */
package oncall.process;
