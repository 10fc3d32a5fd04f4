/** The program which runs inside a machine. Knows OSHI and the JDK only, as nothing else is shipped with it. */
package oncall.health.guest;
