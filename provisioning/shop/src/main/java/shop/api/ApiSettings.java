package shop.api;

import java.nio.file.Path;
import java.util.List;
import shop.config.Settings;

/**
 * What the API needs to know, apart from its databases and its stream.
 *
 * @param cacheEntries most entries per cache, 0 for as many as the heap has room for
 * @param readyTimeoutMs longest wait for the dependencies in /health/ready
 */
public record ApiSettings(
        int port,
        String instance,
        List<String> allowedOrigins,
        Path uploads,
        Path temporaryUploads,
        long uploadLimitBytes,
        int cacheEntries,
        int readyTimeoutMs,
        int threads) {

    public static ApiSettings from(Settings settings) {
        int port = settings.integer("http.port", 8081, 0, 65535);
        return new ApiSettings(port,
                settings.text("instance.name", Integer.toString(port)),
                settings.list("cors.allowed-origins"),
                settings.path("uploads.directory"),
                settings.path("uploads.temporary-directory"),
                settings.number("uploads.limit-bytes", 10L * 1024 * 1024, 1, 1L << 40),
                settings.integer("cache.max-entries", 200, 0, Integer.MAX_VALUE),
                settings.integer("health.timeout-ms", 1500, 100, 60_000),
                settings.integer("http.threads", 12, 6, 200));
    }
}
