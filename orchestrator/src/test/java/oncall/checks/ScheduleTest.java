package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    /** A Saturday. */
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-21T14:30:10");

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            cron:* * * * *                                   ; 1440     ; PT1M     ; false
            cron:*/5 * * * *                                 ; 288      ; PT5M     ; false
            cron:20 3 * * *                                  ; 1        ; PT24H    ; true
            cron:0 1-4 * * *                                 ; 4        ; PT21H    ; true
            cron:30 14 * * *                                 ; 1        ; PT24H    ; false
            cron:5 0-22/2 * * mon-fri                        ; 0        ; PT33H34M50S  ; false
            cron:5 10 * * 0                                  ; 1        ; PT148H25M10S ; false
            cron:5 10 * * 7                                  ; 1        ; PT148H25M10S ; false
            cron:5 10 22,24 nov *                            ; 1        ; PT100H25M10S ; false
            cron:5 10 23 * tue                               ; 0        ; PT100H25M10S ; false
            cron:@daily                                      ; 1        ; PT24H    ; false
            cron:@hourly                                     ; 24       ; PT1H     ; false
            cron:@weekly                                     ; 1        ; PT158H30M10S ; false
            cron:@reboot                                     ; 0        ; PT168H   ; true
            every:1s                                         ; 86400    ; PT1S     ; false
            every:6h                                         ; 4        ; PT6H     ; false
            every:1d                                         ; 1        ; PT24H    ; false
            every:86400                                      ; 1        ; PT24H    ; false
            every:1d 30min                                   ; 0        ; PT24H30M ; false
            every:2w                                         ; 0        ; PT168H   ; false
            every:infinity                                   ; 0        ; PT168H   ; true
            at:2026-11-22T03:20:00|at:2026-11-28T12:00:00    ; 1        ; PT152H40M ; false
            cron:20 3 * * *|every:12h                        ; 3        ; PT12H    ; false
            ''                                               ; 0        ; PT168H   ; true
            """)
    void looksADayAndAWeekAhead(String text, long perDay, Duration longestGap, boolean night) {
        Schedule schedule = Schedule.parse(text, NOW);

        assertThat(schedule.perDay()).isEqualTo(perDay);
        assertThat(schedule.longestGap()).isEqualTo(longestGap);
        assertThat(schedule.atNightOnly()).isEqualTo(night);
    }

    @ParameterizedTest
    @CsvSource({"1min 30s,90000", "0.5,500", "2m,120000", "500ms,500", "23h 59min 59s,86399000", "1d12h,129600000"})
    void readsSpansAsSystemdAndSleepWriteThem(String text, long millis) {
        assertThat(Schedule.span(text)).isEqualTo(Duration.ofMillis(millis));
    }
}
