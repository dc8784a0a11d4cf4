package gassafety.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the CSV files of {@code forms/} on the class path. */
public final class FormFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private FormFile() {}

    /**
     * The rows of a file in its order, each known by the names of the header.
     *
     * @param name for example {@code deadlines.csv}
     * @throws IllegalArgumentException when there is no such file
     */
    public static List<CSVRecord> rows(String name) {
        try (InputStream file = FormFile.class.getResourceAsStream("/forms/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("no file forms/" + name);
            }
            return CSVParser.parse(new InputStreamReader(file, StandardCharsets.UTF_8), FORMAT)
                    .getRecords();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What stands in a cell between separators; nothing when the cell is empty. */
    public static List<String> split(String cell, String separator) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(separator));
    }
}
