package shop.stream;

import java.time.Duration;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import shop.config.Settings;

/** Where the event stream is, from the keys {@code stream.*}. */
public record StreamSettings(String host, int port, String name) {
    private static final int CONNECT_TIMEOUT_MS = 2000;

    public static StreamSettings from(Settings settings) {
        return new StreamSettings(settings.text("stream.host"), settings.integer("stream.port", 6379, 1, 65535),
                settings.text("stream.name", "orders"));
    }

    public HostAndPort address() {
        return new HostAndPort(host, port);
    }

    /** @param answer longest wait for an answer of the server */
    public JedisClientConfig client(String clientName, Duration answer) {
        return DefaultJedisClientConfig.builder().clientName(clientName)
                .connectionTimeoutMillis(CONNECT_TIMEOUT_MS).socketTimeoutMillis((int) answer.toMillis()).build();
    }
}
