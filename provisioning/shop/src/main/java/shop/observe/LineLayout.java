package shop.observe;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Time in UTC, level, thread, logger and message on one line. Parsing a pattern for the same costs more at start. */
final class LineLayout extends LayoutBase<ILoggingEvent> {
    private static final int MOST_FRAMES = 12;

    private final boolean forFile;

    /** @param forFile with time, thread and stack traces, which the journal has or does not want */
    LineLayout(boolean forFile) {
        this.forFile = forFile;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160);
        if (forFile) {
            line.append(time(event.getTimeStamp())).append(' ');
        }
        String logger = event.getLoggerName();
        line.append(event.getLevel()).append(' ');
        if (forFile) {
            line.append(event.getLevel().levelStr.length() == 4 ? " " : "");
            line.append('[').append(event.getThreadName()).append("] ");
        }
        line.append(logger, logger.lastIndexOf('.') + 1, logger.length()).append(' ')
                .append(event.getFormattedMessage()).append('\n');
        if (forFile) {
            append(line, event.getThrowableProxy());
        }
        return line.toString();
    }

    private static String time(long milliseconds) {
        String time = Instant.ofEpochMilli(milliseconds).truncatedTo(ChronoUnit.MILLIS).toString();
        // Instant leaves the fraction out when it is zero; columns should stay columns.
        return time.length() == 20 ? time.substring(0, 19) + ".000Z" : time;
    }

    private static void append(StringBuilder text, IThrowableProxy failure) {
        String introduction = "";
        for (IThrowableProxy cause = failure; cause != null; cause = cause.getCause()) {
            text.append(introduction).append(cause.getClassName());
            if (cause.getMessage() != null) {
                text.append(": ").append(cause.getMessage());
            }
            text.append('\n');
            StackTraceElementProxy[] frames = cause.getStackTraceElementProxyArray();
            int shown = Math.min(MOST_FRAMES, frames.length - cause.getCommonFrames());
            for (int i = 0; i < shown; i++) {
                text.append('\t').append(frames[i].getSTEAsString()).append('\n');
            }
            if (shown < frames.length) {
                text.append("\t... ").append(frames.length - shown).append(" more\n");
            }
            introduction = "Caused by: ";
        }
    }
}
