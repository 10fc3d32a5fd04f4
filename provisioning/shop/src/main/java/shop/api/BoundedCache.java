package shop.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the values used last; from many threads.
 *
 * <p>Loading happens outside of the lock, so a slow database does not stop those whose value is there.
 */
final class BoundedCache<K, V> {
    private final Map<K, V> entries;

    /** @param maxEntries 0 for no bound */
    BoundedCache(int maxEntries) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return maxEntries > 0 && size() > maxEntries;
            }
        };
    }

    synchronized V get(K key) {
        return entries.get(key);
    }

    synchronized void put(K key, V value) {
        entries.put(key, value);
    }

    synchronized int size() {
        return entries.size();
    }
}
