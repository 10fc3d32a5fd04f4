package shop.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AwaitHttpTest {
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private volatile int readyAfter;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() > readyAfter ? 200 : 503, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @DisplayName("it waits for a 200 and asks on after a 503")
    void waits() throws Exception {
        readyAfter = 2;

        assertThat(Shell.run("bin/await-http", server.getAddress().getPort(), "/health/ready", 60).exit()).isZero();
        assertThat(asked).hasValue(3);
    }

    @Test
    @DisplayName("it gives up when the time is over")
    void timesOut() throws Exception {
        readyAfter = Integer.MAX_VALUE;

        Shell.Result result = Shell.run("bin/await-http", server.getAddress().getPort(), "/health/ready", 0);

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains("did not answer /health/ready with 200 within 0 s");
    }

    @Test
    @DisplayName("it gives up at once when the process has ended and nobody listens")
    void processEnded() throws Exception {
        int port = server.getAddress().getPort();
        server.stop(0);
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();

        Shell.Result result = Shell.run("bin/await-http", port, "/health/ready", 600, ended.pid());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains("process " + ended.pid() + " ended before port");
    }
}
