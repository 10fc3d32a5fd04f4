package oncall.health;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An HTTP/1.1 response as it came over the wire; header names in lower case. */
record HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LARGEST_BODY = 64 * 1024 * 1024;
    private static final int FIRST_FINAL_STATUS = 200;

    /**
     * @param method of the request: the answer to HEAD has no body
     * @param announced whether a body was announced and not sent: then an interim answer, such as 100, is
     *     what is waited for, and a final one's body is only taken if it comes
     * @throws IOException when the connection ends within the answer, or it is none of HTTP/1
     */
    static HttpAnswer read(InputStream in, String method, boolean announced) throws IOException {
        while (true) {
            int status = status(line(in));
            Map<String, List<String>> headers = headers(in);
            boolean bodyless = status < FIRST_FINAL_STATUS || status == 204 || status == 304 || method.equals("HEAD");
            if (status >= FIRST_FINAL_STATUS || announced) {
                return new HttpAnswer(status, headers, bodyless ? new byte[0]
                        : announced ? bodyIfAny(in, headers) : body(in, headers));
            }
        }
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
            throw new IOException("this is not HTTP: " + line.substring(0, Math.min(line.length(), 40)));
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        name -> new ArrayList<>()).add(line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    /** Whoever refuses a body may reset the connection after the answer, or keep it open for the body. */
    private static byte[] bodyIfAny(InputStream in, Map<String, List<String>> headers) {
        try {
            return body(in, headers);
        } catch (IOException cut) {
            return new byte[0];
        }
    }

    private static byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
            return chunks(in);
        }
        List<String> length = headers.get("content-length");
        return length == null ? in.readNBytes(LARGEST_BODY) : exactly(in, number(length.get(0), 10));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.write(exactly(in, size));
            line(in);
        }
        headers(in);
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        return number(line(in).split(";", 2)[0].strip(), 16);
    }

    private static int number(String text, int radix) throws IOException {
        try {
            int number = Integer.parseInt(text, radix);
            if (number >= 0 && number <= LARGEST_BODY) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            throw new IOException("not a length: " + text, malformed);
        }
        throw new IOException("an answer of " + text + " bytes is too large");
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("only %d of %d bytes came".formatted(bytes.length, length));
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException(line.size() == 0 ? "closed without an answer" : "closed within the answer");
            }
            if (line.size() >= LONGEST_LINE) {
                throw new IOException("an endless header line");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", "");
    }
}
