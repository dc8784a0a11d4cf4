import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Measures the ledger as a person of the campaign office sees it.
 *
 * <p>Usage: {@code Ledger.java pages <address> <size> <requests> <file of the first size>} or
 * {@code Ledger.java export <address> <process of the application>} or {@code Ledger.java whole <address>}
 */
class Ledger {

    private static final String PERSON = "special";
    private static final int WARM_UP = 300;
    private static final int READERS = 4;

    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Ledger(String address) throws Exception {
        this.address = address;
        String token = found(get("/login"), "name=\"_csrf\" value=\"([^\"]+)\"");
        String body = "_csrf=" + token + "&username=" + PERSON + "&password="
                + URLEncoder.encode("Demo-2023-gas", StandardCharsets.UTF_8);
        http.send(
                HttpRequest.newBuilder(URI.create(address + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
    }

    public static void main(String[] arguments) throws Exception {
        Ledger ledger = new Ledger(arguments[1]);
        if (arguments[0].equals("pages")) {
            ledger.pages(arguments[2], Integer.parseInt(arguments[3]), Path.of(arguments[4]));
        } else if (arguments[0].equals("whole")) {
            ledger.exportWhileReading();
        } else {
            ledger.export(Long.parseLong(arguments[2]));
        }
    }

    private void pages(String size, int requests, Path first) throws Exception {
        String list = get("/hazards");
        String record = found(list, "data-preview=\"(/hazards/[0-9]+/preview)\"");
        String number = found(list, "([A-Z]{1,6}-[A-Z]{2}-[0-9]{4}-[0-9]{4,9})");
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("list", "/hazards");
        kinds.put("overdue", "/hazards?view=OVERDUE");
        kinds.put("closed", "/hazards?state=CLOSED&sort=NEWEST");
        kinds.put("county", "/hazards?office=beiling&level=GENERAL");
        kinds.put("last-page", "/hazards?page=9999999");
        kinds.put("number", "/hazards?q=" + number);
        kinds.put("preview", record);
        Properties before = new Properties();
        if (Files.exists(first)) {
            try (InputStream in = Files.newInputStream(first)) {
                before.load(in);
            }
        }
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            double millis = p95(kind.getValue(), requests);
            double baseline = Double.parseDouble(before.getProperty(kind.getKey(), String.valueOf(millis)));
            before.putIfAbsent(kind.getKey(), String.valueOf(millis));
            System.out.printf("%s hazards, %s: p95 %.1f ms, ratio %.2f%n", size, kind.getKey(), millis, millis / baseline);
        }
        try (OutputStream out = Files.newOutputStream(first)) {
            before.store(out, null);
        }
    }

    private double p95(String path, int requests) throws Exception {
        for (int n = 0; n < WARM_UP; n++) {
            get(path);
        }
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            List<Future<Long>> answers = new ArrayList<>();
            for (int n = 0; n < requests; n++) {
                answers.add(readers.submit(() -> nanos(path)));
            }
            List<Long> taken = new ArrayList<>();
            for (Future<Long> answer : answers) {
                taken.add(answer.get());
            }
            return p95(taken);
        } finally {
            readers.shutdown();
        }
    }

    private long nanos(String path) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        get(path);
        return System.nanoTime() - begun;
    }

    /** In milliseconds. */
    private static double p95(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1) / 1e6;
    }

    /** The export of the whole ledger once, while its pages are read. */
    private void exportWhileReading() throws Exception {
        long begun = System.nanoTime();
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(URI.create(address + "/hazards.xlsx")).build(), BodyHandlers.ofInputStream());
        Path file = Files.createTempFile("ledger", ".xlsx");
        Thread copy = new Thread(() -> copy(answer, file));
        copy.start();
        List<Long> taken = new ArrayList<>();
        while (copy.isAlive()) {
            taken.add(nanos("/hazards"));
        }
        System.out.printf(
                "whole export: %d, %.0f s, %d MB; meanwhile %d pages, p95 %.0f ms%n",
                answer.statusCode(), (System.nanoTime() - begun) / 1e9, Files.size(file) >> 20, taken.size(), p95(taken));
        Files.delete(file);
    }

    private void export(long application) throws Exception {
        for (int run = 0; run < 3; run++) {
            double export = timed();
            double bare = bare();
            System.out.printf("export: %.1f s; bare SXSSF %.1f s, ratio %.2f%n", export, bare, export / bare);
        }
        long rest = heap(application);
        long most = rest;
        Thread copy = new Thread(() -> timed());
        copy.start();
        do {
            copy.join(TimeUnit.SECONDS.toMillis(1));
            most = copy.isAlive() ? Math.max(most, heap(application)) : most;
        } while (copy.isAlive());
        System.out.printf("export: live heap grew by %d MB%n", (most - rest) >> 20);
    }

    /** Seconds that the export takes until its last byte is here. */
    private double timed() {
        long begun = System.nanoTime();
        try {
            Path file = Files.createTempFile("ledger", ".xlsx");
            copy(http.send(
                    HttpRequest.newBuilder(URI.create(address + "/hazards.xlsx")).build(), BodyHandlers.ofInputStream()), file);
            Files.delete(file);
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void copy(HttpResponse<InputStream> answer, Path file) {
        try (InputStream body = answer.body();
                OutputStream out = Files.newOutputStream(file)) {
            body.transferTo(out);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /**
     * Bytes of live objects in the application, after a collection: the least of three counts, because a collection can
     * be skipped, and garbage counted, while native code holds an array, as compression does.
     */
    private static long heap(long process) throws Exception {
        return Math.min(counted(process), Math.min(counted(process), counted(process)));
    }

    private static long counted(long process) throws Exception {
        Process histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process),
                        "GC.class_histogram")
                .start();
        String text = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Long.parseLong(found(text, "(?m)^Total +[0-9]+ +([0-9]+)"));
    }

    /** Seconds that SXSSF needs for as many rows of the same cells, which are there already. */
    private double bare() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        HttpResponse<InputStream> few = http.send(
                HttpRequest.newBuilder(URI.create(address + "/hazards.xlsx?q=BENCH-TS-2023-0000001")).build(),
                BodyHandlers.ofInputStream());
        try (XSSFWorkbook sample = new XSSFWorkbook(few.body())) {
            sample.getSheetAt(0).forEach(rows::add);
        }
        long begun = System.nanoTime();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            workbook.setCompressTempFiles(true);
            SXSSFSheet sheet = workbook.createSheet();
            for (int number = 0; number < 100_000; number++) {
                Row row = sheet.createRow(number);
                for (Cell cell : rows.get(number % rows.size())) {
                    Cell copy = row.createCell(cell.getColumnIndex());
                    if (cell.getCellType() == CellType.NUMERIC) {
                        copy.setCellValue(cell.getNumericCellValue());
                    } else {
                        copy.setCellValue(cell.getStringCellValue());
                    }
                }
            }
            workbook.write(OutputStream.nullOutputStream());
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern);
        }
        return matcher.group(1);
    }
}
