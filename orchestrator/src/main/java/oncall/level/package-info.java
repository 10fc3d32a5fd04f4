/** What a level and the stage are, read from their files. Knows Jackson, nothing of running VMs. */
package oncall.level;
