/** A real browser on the host, for what only a browser shows. Knows nothing of the shop. */
package oncall.browser;
