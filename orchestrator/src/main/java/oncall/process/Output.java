package oncall.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Takes what a program prints apart: into memory, into a log as it comes, and line by line to a listener. */
final class Output {
    // Some tools colour what they print even where it goes into a pipe.
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");

    private final OutputStream log;
    private final Consumer<String> listener;
    private final Stream out = new Stream();
    private final Stream err = new Stream();

    Output(OutputStream log, Consumer<String> listener) {
        this.log = log;
        this.listener = listener;
    }

    OutputStream out() { return out; }

    OutputStream err() { return err; }

    String outText() { return out.all.toString(StandardCharsets.UTF_8); }

    String errText() { return err.all.toString(StandardCharsets.UTF_8); }

    /** Hands over a last line that has no line end. */
    void finish() {
        out.endLine();
        err.endLine();
    }

    private final class Stream extends OutputStream {
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override public void write(int b) throws IOException { write(new byte[] {(byte) b}, 0, 1); }

        @Override public void write(byte[] bytes, int from, int count) throws IOException {
            synchronized (log) {
                log.write(bytes, from, count);
                log.flush();
            }
            all.write(bytes, from, count);
            for (int i = from; i < from + count; i++) {
                if (bytes[i] == '\n' || bytes[i] == '\r') endLine();
                else line.write(bytes[i]);
            }
        }

        private void endLine() {
            String text = COLOURS.matcher(line.toString(StandardCharsets.UTF_8)).replaceAll("").strip();
            line.reset();
            if (!text.isEmpty()) listener.accept(text);
        }
    }
}
