package oncall.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The beginning of a stream, up to a bound. What comes later is read and dropped, so that whoever
 * writes it is not held up.
 */
record BoundedOutput(byte[] bytes, boolean cut) {

    private static final int CHUNK = 32 * 1024;

    static BoundedOutput drain(InputStream in, int limit) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        boolean cut = false;
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            int fits = Math.min(n, limit - kept.size());
            kept.write(chunk, 0, fits);
            cut |= fits < n;
        }
        return new BoundedOutput(kept.toByteArray(), cut);
    }

    /** The text, with a last line which says so where it was cut. */
    String text() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return cut ? text + "\n[cut after %d bytes]\n".formatted(bytes.length) : text;
    }
}
