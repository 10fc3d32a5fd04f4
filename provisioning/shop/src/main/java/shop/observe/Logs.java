package shop.observe;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import org.slf4j.LoggerFactory;
import shop.config.Settings;

/**
 * Sets up logging from {@code log.file} and {@code log.level}: everything to the file, warnings and
 * worse to standard output (so the journal stays short); everything to standard output without a file.
 */
public final class Logs {
    private Logs() {}

    public static void configure(Settings settings) {
        LogLevel level = settings.choice("log.level", LogLevel.INFO);
        String file = settings.text("log.file", null);
        settings.verify();

        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        context.getLogger("shop").setLevel(Level.valueOf(level.name()));

        boolean written = file != null && add(root, fileAppender(file), new LineLayout(true), null);
        if (file != null && !written) {
            System.err.println("cannot write the log file " + file + "; logging to standard output only");
        }
        add(root, new ConsoleAppender<>(), new LineLayout(false), written ? "WARN" : null);
    }

    static void addConsole(LoggerContext context, Level level) {
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(level);
        add(root, new ConsoleAppender<>(), new LineLayout(false), null);
    }

    private static FileAppender<ILoggingEvent> fileAppender(String file) {
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setFile(file);
        // logrotate truncates the file in place (copytruncate); only appending writes go on at its new end.
        appender.setAppend(true);
        return appender;
    }

    private static boolean add(
            Logger root, OutputStreamAppender<ILoggingEvent> appender, LineLayout layout, String threshold) {
        LoggerContext context = root.getLoggerContext();
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        if (threshold != null) {
            ThresholdFilter filter = new ThresholdFilter();
            filter.setLevel(threshold);
            filter.start();
            appender.addFilter(filter);
        }
        appender.start();
        root.addAppender(appender);
        return appender.isStarted();
    }
}
