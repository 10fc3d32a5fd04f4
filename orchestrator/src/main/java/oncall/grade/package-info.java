/** Judging: checks are run, outcomes gathered, verdicts reached, reports rendered. */
package oncall.grade;
