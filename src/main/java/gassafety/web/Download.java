package gassafety.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;

/** What browsers do with a file that is handed out. */
public final class Download {

    private Download() {}

    /** The content disposition with which a browser saves an answer under this name. */
    public static String named(String file) {
        return ContentDisposition.attachment()
                .filename(file, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
