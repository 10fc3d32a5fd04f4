/** One lab of one user: its states, the journal of them, and the commands that lead from one to the next. */
package oncall.session;
