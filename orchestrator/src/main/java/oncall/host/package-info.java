/** This computer: what it has and lacks, its set-up on consent, the box. Knows nothing of VMs that run. */
package oncall.host;
