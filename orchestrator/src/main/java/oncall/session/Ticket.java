package oncall.session;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import oncall.level.Level;
import oncall.level.Seed;
import oncall.pager.Page;

/**
 * What the player is given.
 *
 * @param again whether it was handed over before and is still in play
 * @param report file for the incident report
 * @param from folder of levels, outside the clone, that the level is in; null for the clone's own
 * @param pages what has reached the pager so far; the monitoring may be slower
 */
public record Ticket(Level level, Seed seed, boolean again, URI edge, List<String> machines, Path report, Path from, List<Page> pages) { }
