package oncall.checks;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something is started, over the coming week.
 *
 * @param perDay how often within the next 24 hours
 * @param longestGap the longest time without
 * @param atNightOnly whether always in the hours in which the shop has hardly any customers
 */
record Schedule(long perDay, Duration longestGap, boolean atNightOnly) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration AHEAD = Duration.ofDays(7);
    private static final Duration NEVER = Duration.ofDays(36_500);
    private static final int NIGHT_BEGINS = 1;
    private static final int NIGHT_ENDS = 5;

    private static final Pattern SPAN = Pattern.compile("([0-9.]+) *(us|ms|min|month|[smhdwy]?)");
    private static final Map<String, Long> MILLIS = Map.of("us", 0L, "ms", 1L, "s", 1000L, "min", 60_000L,
            "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L, "w", 604_800_000L, "month", 2_629_800_000L,
            "y", 31_557_600_000L);

    /**
     * Reads what {@link BackupJob} prints: parts joined by {@code |}, each a moment ({@code at:}), an interval in
     * the notation of systemd or sleep ({@code every:}), or a crontab's fields ({@code cron:}).
     *
     * @param now the machine's local time
     */
    static Schedule parse(String text, LocalDateTime now) {
        TreeSet<LocalDateTime> moments = new TreeSet<>();
        long repeated = 0;
        Duration gap = NEVER;
        for (String part : text.split("\\|")) {
            String value = part.substring(part.indexOf(':') + 1).strip();
            switch (part.substring(0, Math.max(0, part.indexOf(':')))) {
                case "at" -> moments.add(LocalDateTime.parse(value));
                case "cron" -> moments.addAll(CronLine.parse(value).moments(now, now.plus(AHEAD)));
                case "every" -> {
                    Duration interval = span(value);
                    repeated += DAY.toMillis() / Math.max(1, interval.toMillis());
                    gap = interval.compareTo(gap) < 0 ? interval : gap;
                }
                default -> { }
            }
        }
        boolean night = gap == NEVER && moments.stream()
                .allMatch(moment -> moment.getHour() >= NIGHT_BEGINS && moment.getHour() < NIGHT_ENDS);
        Duration between = longestBetween(now, moments);
        return new Schedule(moments.headSet(now.plus(DAY), true).size() + repeated,
                between.compareTo(gap) < 0 ? between : gap, night);
    }

    private static Duration longestBetween(LocalDateTime now, TreeSet<LocalDateTime> moments) {
        Duration longest = Duration.ZERO;
        LocalDateTime before = now;
        moments.add(now.plus(AHEAD));
        for (LocalDateTime moment : moments.headSet(now.plus(AHEAD), true)) {
            Duration gap = Duration.between(before, moment);
            longest = gap.compareTo(longest) > 0 ? gap : longest;
            before = moment;
        }
        return longest;
    }

    static Duration span(String text) {
        double millis = 0;
        Matcher part = SPAN.matcher(text);
        while (part.find()) {
            millis += Double.parseDouble(part.group(1)) * MILLIS.getOrDefault(part.group(2), 1000L);
        }
        return text.startsWith("inf") ? NEVER : Duration.ofMillis((long) millis);
    }
}
