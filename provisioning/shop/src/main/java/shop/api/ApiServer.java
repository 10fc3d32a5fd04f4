package shop.api;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import shop.data.Invoices;
import shop.data.Orders;
import shop.data.Products;
import shop.data.Uploads;
import shop.data.Users;
import shop.stream.OrderEvents;

/** The HTTP API, over whatever keeps its data. */
public final class ApiServer implements AutoCloseable {
    private static final long LARGEST_JSON_BYTES = 64 * 1024;
    private static final int DRAIN_MS = 5000;

    /** What the API stands on. */
    public record Backing(
            Orders orders,
            Products products,
            Invoices invoices,
            Uploads uploads,
            OrderEvents events,
            Users users) {}

    private final Javalin app;
    private final RequestTrace trace;
    private final Readiness readiness;
    private ServerConnector connector;

    /** @param probes how to ask each dependency whether it answers, by its name */
    public ApiServer(ApiSettings settings, Backing backing, Map<String, Readiness.Probe> probes,
            PrometheusMeterRegistry registry) {
        this.trace = new RequestTrace(settings.instance(), registry);
        this.readiness = new Readiness(probes, settings.readyTimeoutMs());
        this.app = Javalin.create(config -> configure(config, settings));
        Cors cors = new Cors(settings.allowedOrigins());
        app.before(trace::begin);
        app.before(cors::handle);
        app.beforeMatched(trace::matched);
        Failures.register(app);
        Catalogue catalogue =
                new Catalogue(backing.products(), Clock.systemUTC(), settings.cacheEntries(), registry);
        FileStore files =
                new FileStore(settings.uploads(), settings.temporaryUploads(), settings.uploadLimitBytes());
        new StatusRoutes(readiness, registry).register(app);
        new UserRoutes(backing.users()).register(app);
        new OrderRoutes(backing.orders(), catalogue, backing.events()).register(app);
        new CatalogueRoutes(catalogue).register(app);
        new InvoiceRoutes(backing.invoices()).register(app);
        new UploadRoutes(backing.uploads(), files, registry).register(app);
    }

    private void configure(JavalinConfig config, ApiSettings settings) {
        config.showJavalinBanner = false;
        config.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_JSON_BYTES;
        config.http.disableCompression();
        QueuedThreadPool threads = new QueuedThreadPool(settings.threads(), 2);
        threads.setName("http");
        threads.setReservedThreads(0);
        config.jetty.threadPool = threads;
        config.jetty.addConnector((server, http) -> {
            connector = new ServerConnector(server, 0, 1, new HttpConnectionFactory(http));
            connector.setPort(settings.port());
            return connector;
        });
        config.requestLogger.http(trace::end);
    }

    /** @throws RuntimeException if the port is taken */
    public void start() {
        app.start();
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** Takes no new requests, and waits a little for those that are running. */
    @Override
    public void close() {
        connector.shutdown();
        long deadline = System.nanoTime() + DRAIN_MS * 1_000_000L;
        try {
            while (trace.running() > 0 && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        app.stop();
        readiness.close();
    }
}
