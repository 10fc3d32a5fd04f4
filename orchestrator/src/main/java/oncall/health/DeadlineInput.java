package oncall.health;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/** A socket's input up to a point in time; a socket's own limit begins anew with every byte. */
final class DeadlineInput extends InputStream {

    private final Socket socket;
    private final long deadlineNanos;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int end;

    /** @param deadlineNanos by {@link System#nanoTime} */
    DeadlineInput(Socket socket, long deadlineNanos) {
        this.socket = socket;
        this.deadlineNanos = deadlineNanos;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, end - position);
        System.arraycopy(buffer, position, into, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (position < end) {
            return true;
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("the time is over");
        }
        socket.setSoTimeout(Math.toIntExact(Math.min(left, Integer.MAX_VALUE)));
        position = 0;
        end = socket.getInputStream().read(buffer);
        return end > 0;
    }
}
