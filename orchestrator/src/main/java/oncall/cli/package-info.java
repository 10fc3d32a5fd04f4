/** The command line. Knows sessions; nothing knows it. */
package oncall.cli;
