package shop.api;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import shop.data.Upload;
import shop.data.Uploads;

final class UploadRoutes {
    private static final int MOST_CHARACTERS = 200;

    private final Uploads uploads;
    private final FileStore files;
    private final Counter received;

    UploadRoutes(Uploads uploads, FileStore files, MeterRegistry registry) {
        this.uploads = uploads;
        this.files = files;
        this.received = Counter.builder("shop.uploads.received").baseUnit("bytes").register(registry);
    }

    void register(Javalin app) {
        app.post("/api/uploads", this::receive);
        app.get("/api/uploads/{id}", this::show);
        app.delete("/api/uploads/{id}", this::remove);
    }

    private void receive(Context ctx) throws IOException, SQLException {
        String name = fileName(ctx.header("X-File-Name"));
        InputStream body = ctx.bodyInputStream();
        if (ctx.req().getContentLengthLong() > files.limitBytes()) {
            throw tooLarge(body);
        }
        FileStore.Received file;
        try {
            file = files.receive(body);
        } catch (FileStore.TooLarge e) {
            throw tooLarge(body);
        }
        Upload upload = new Upload(UUID.randomUUID(), name, file.size(), file.sha256());
        store(upload, file);
        received.increment(upload.size());
        Json.answer(ctx, 201, upload);
    }

    private void store(Upload upload, FileStore.Received file) throws IOException, SQLException {
        try {
            files.keep(file, upload.id());
            uploads.add(upload);
        } catch (IOException | SQLException e) {
            files.discard(file);
            files.remove(upload.id());
            throw e;
        }
    }

    /** Reads on for a while: a client that is still sending would see a broken connection, not the answer. */
    private ApiError tooLarge(InputStream body) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long most = files.limitBytes();
        for (long drained = 0; drained < most; ) {
            int count = body.read(buffer);
            if (count < 0) {
                break;
            }
            drained += count;
        }
        return new ApiError(413, "The file is larger than " + readable(files.limitBytes()));
    }

    private static String readable(long bytes) {
        long mebibytes = bytes / (1024 * 1024);
        return mebibytes * 1024 * 1024 == bytes ? mebibytes + " MB" : bytes + " bytes";
    }

    private void show(Context ctx) throws IOException, SQLException {
        Upload upload = find(ctx);
        String name = URLEncoder.encode(upload.name(), StandardCharsets.UTF_8).replace("+", "%20");
        ctx.header("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        ctx.header("Content-Length", Long.toString(upload.size()));
        ctx.contentType("application/octet-stream");
        ctx.result(files.open(upload.id()));
    }

    private void remove(Context ctx) throws IOException, SQLException {
        Upload upload = find(ctx);
        uploads.remove(upload.id());
        files.remove(upload.id());
        ctx.status(204);
    }

    private Upload find(Context ctx) throws SQLException {
        try {
            UUID id = UUID.fromString(ctx.pathParam("id"));
            return uploads.find(id).orElseThrow(() -> new ApiError(404, "There is no upload " + id));
        } catch (IllegalArgumentException e) {
            throw new ApiError(404, "There is no such upload");
        }
    }

    /** Headers are ASCII, so the client sends the name percent-encoded. */
    static String fileName(String header) {
        String name;
        try {
            name = header == null ? "" : URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            name = header;
        }
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "").strip();
        if (name.isEmpty()) {
            throw new ApiError(400, "The header X-File-Name with the file's name is missing");
        }
        return name.length() <= MOST_CHARACTERS ? name : name.substring(name.length() - MOST_CHARACTERS);
    }
}
