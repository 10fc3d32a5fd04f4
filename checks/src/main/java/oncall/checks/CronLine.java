package oncall.checks;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The first five fields of a line in a crontab. */
record CronLine(BitSet minutes, BitSet hours, BitSet days, BitSet months, BitSet weekdays, boolean eitherDay) {

    private static final Map<String, String> WORDS = Map.of("@yearly", "0 0 1 1 *", "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *", "@weekly", "0 0 * * 0", "@daily", "0 0 * * *", "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    /** Also the words which stand for them; @reboot, which is no time of the day, never comes. */
    static CronLine parse(String text) {
        String[] fields = WORDS.getOrDefault(text.strip(), text.strip()).split("\\s+");
        if (fields.length != 5) {
            BitSet none = new BitSet();
            return new CronLine(none, none, none, none, none, false);
        }
        BitSet weekdays = field(fields[4], 0, 7, WEEKDAYS, 0);
        if (weekdays.get(7)) {
            weekdays.set(0);
        }
        return new CronLine(field(fields[0], 0, 59, List.of(), 0), field(fields[1], 0, 23, List.of(), 0),
                field(fields[2], 1, 31, List.of(), 0), field(fields[3], 1, 12, MONTHS, 1), weekdays,
                // Where both are restricted, cron takes a day which either of them names.
                !fields[2].startsWith("*") && !fields[4].startsWith("*"));
    }

    /** The moments after the first time, up to the second one. */
    List<LocalDateTime> moments(LocalDateTime after, LocalDateTime to) {
        return Stream.iterate(after.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1), time -> !time.isAfter(to),
                time -> time.plusMinutes(1)).filter(this::matches).toList();
    }

    private boolean matches(LocalDateTime time) {
        boolean day = days.get(time.getDayOfMonth());
        boolean weekday = weekdays.get(time.getDayOfWeek().getValue() % 7);
        return minutes.get(time.getMinute()) && hours.get(time.getHour()) && months.get(time.getMonthValue())
                && (eitherDay ? day || weekday : day && weekday);
    }

    private static BitSet field(String text, int lowest, int highest, List<String> names, int firstName) {
        BitSet values = new BitSet();
        for (String part : text.toLowerCase(Locale.ROOT).split(",")) {
            String[] step = part.split("/");
            String[] range = step[0].split("-");
            boolean all = step[0].equals("*");
            int from = all ? lowest : number(range[0], names, firstName);
            int to = all || range.length == 1 && step.length > 1 ? highest
                    : number(range[range.length - 1], names, firstName);
            int by = step.length > 1 ? Math.max(1, Integer.parseInt(step[1])) : 1;
            for (int value = from; value <= to; value += by) {
                values.set(value);
            }
        }
        return values;
    }

    private static int number(String text, List<String> names, int firstName) {
        int name = names.indexOf(text);
        return name < 0 ? Integer.parseInt(text) : name + firstName;
    }
}
