package shop.api;

import static org.assertj.core.api.Assertions.assertThat;

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
    @DisplayName("0 is no bound")
    void unbounded() {
        BoundedCache<Integer, Integer> cache = new BoundedCache<>(0);
        for (int i = 0; i < 10_000; i++) {
            cache.put(i, i);
        }
        assertThat(cache.size()).isEqualTo(10_000);
    }
}
