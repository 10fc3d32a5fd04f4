/** What "fixed" means: the checks of the whole stage, and one class for each level. */
package oncall.checks;
