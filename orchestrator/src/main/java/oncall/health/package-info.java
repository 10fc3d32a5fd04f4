/** Readings of a machine and of the shop: observe only, judge nothing. Knows remote machines. */
package oncall.health;
