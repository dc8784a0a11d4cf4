package gassafety.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** What browsers do with a file that is handed out. */
public final class Download {

    private Download() {}

    /** Writes a file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Answers with a file of this name; it is complete before its first byte is sent. */
    public static void send(HttpServletResponse response, String name, String type, Content content)
            throws IOException {
        Path file = Files.createTempFile("download", null);
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                content.writeTo(out);
            }
            response.setContentType(type);
            response.setContentLengthLong(Files.size(file));
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(name));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    /** The content disposition with which a browser saves an answer under this name. */
    public static String named(String file) {
        return ContentDisposition.attachment()
                .filename(file, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
