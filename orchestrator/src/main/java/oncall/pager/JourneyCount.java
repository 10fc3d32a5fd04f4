package oncall.pager;

import java.time.Instant;

/** How often shoppers made a journey between one scrape and the next, which was at that time: to its end, or in vain. */
public record JourneyCount(Instant at, long good, long failed) { }
