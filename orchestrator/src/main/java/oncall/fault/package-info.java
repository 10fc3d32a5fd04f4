/** Breaking the stage, and mending it by script. Knows remote machines and levels. */
package oncall.fault;
