package shop.api;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the values used last; from many threads.
 *
 * <p>Values are held softly: whatever the bound is, a heap that gets full takes them back before anything fails.
 * Loading happens outside of the lock, so a slow database does not stop those whose value is there.
 */
final class BoundedCache<K, V> {
    private final Map<K, Kept<K, V>> entries;
    private final ReferenceQueue<V> taken = new ReferenceQueue<>();

    private static final class Kept<K, V> extends SoftReference<V> {
        private final K key;

        Kept(K key, V value, ReferenceQueue<V> taken) {
            super(value, taken);
            this.key = key;
        }
    }

    /** @param maxEntries 0 for as many as the heap has room for */
    BoundedCache(int maxEntries) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Kept<K, V>> eldest) {
                return maxEntries > 0 && size() > maxEntries;
            }
        };
    }

    synchronized V get(K key) {
        Kept<K, V> entry = entries.get(key);
        return entry == null ? null : entry.get();
    }

    synchronized void put(K key, V value) {
        removeTaken();
        entries.put(key, new Kept<>(key, value, taken));
    }

    synchronized int size() {
        removeTaken();
        return entries.size();
    }

    private void removeTaken() {
        for (Reference<? extends V> reference = taken.poll(); reference != null; reference = taken.poll()) {
            // Unless there is a newer value for the key.
            entries.remove(((Kept<?, ?>) reference).key, reference);
        }
    }
}
