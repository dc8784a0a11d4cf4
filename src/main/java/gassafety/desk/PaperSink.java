package gassafety.desk;

import java.io.IOException;
import java.io.OutputStream;

/** Takes the papers that rooms hand over for one file with all of them (迎检包). */
public interface PaperSink {

    /** @param name of the file, with its ending */
    void put(String name, Content content) throws IOException;

    /** What is in a paper. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
