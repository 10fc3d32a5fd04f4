/** The stage's monitoring as seen from the host, and what it has to say to whoever is on call. */
package oncall.pager;
