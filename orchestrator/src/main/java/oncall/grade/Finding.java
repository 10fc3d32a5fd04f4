package oncall.grade;

import java.time.Duration;

/**
 * One check's outcome.
 *
 * @param check what was looked at, in a player's words
 * @param message what is still wrong, or why nobody could look; empty when all is well
 * @param took the time of the last try
 * @param symptom whether the check looks at what customers saw first
 */
public record Finding(String check, Outcome outcome, String message, Duration took, boolean symptom) {}
