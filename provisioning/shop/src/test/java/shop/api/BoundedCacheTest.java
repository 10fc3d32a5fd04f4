package shop.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {
    @Test
    @DisplayName("what was used longest ago makes room")
    void bounded() {
        BoundedCache<String, Integer> cache = new BoundedCache<>(2);
        cache.put("a", 1);
        cache.put("b", 2);
        cache.get("a");
        cache.put("c", 3);

        assertThat(cache.size()).isEqualTo(2);
        assertThat(cache.get("b")).isNull();
        assertThat(cache.get("a")).isEqualTo(1);
    }

    @Test
    @DisplayName("0 is as many as the heap has room for")
    void unbounded() {
        BoundedCache<Integer, Integer> cache = new BoundedCache<>(0);
        for (int i = 0; i < 10_000; i++) {
            cache.put(i, i);
        }
        assertThat(cache.size()).isEqualTo(10_000);
    }

    @Test
    @DisplayName("a heap that gets full takes values back, and their keys with them")
    void givesBack() throws Exception {
        Process small = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m", "-cp", System.getProperty("java.class.path"), FullHeap.class.getName())
                .redirectErrorStream(true).start();
        String said = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(small.waitFor()).as(said).isZero();
        assertThat(Integer.parseInt(said.strip())).isBetween(1, 31);
    }

    /** Puts more into a cache without a bound than its heap has room for; prints how much is left. */
    static final class FullHeap {
        public static void main(String[] arguments) {
            BoundedCache<Integer, byte[]> cache = new BoundedCache<>(0);
            for (int i = 0; i < 100; i++) {
                cache.put(i, new byte[1 << 20]);
            }
            System.out.println(cache.size());
        }
    }
}
