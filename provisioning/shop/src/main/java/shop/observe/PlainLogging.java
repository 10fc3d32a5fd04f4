package shop.observe;

import ch.qos.logback.classic.BasicConfigurator;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/** Keeps logback from searching and parsing XML at start, which costs seconds on a slow machine; see {@link Logs}. */
public final class PlainLogging extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        BasicConfigurator basic = new BasicConfigurator();
        basic.setContext(context);
        basic.configure(context);
        context.getLogger("ROOT").setLevel(ch.qos.logback.classic.Level.WARN);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
