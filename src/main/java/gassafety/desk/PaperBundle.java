package gassafety.desk;

import gassafety.web.Download;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/** 迎检包: papers in one file, with a list of them that tells whether one was changed since. */
public final class PaperBundle {

    private static final int LONGEST_NAME = 120;

    private static final ListWorkbook<Paper> CONTENTS = new ListWorkbook<>(
            "目录",
            List.of(
                    new Column<>("类别", 24, Paper::folder),
                    new Column<>("文件", 60, Paper::name),
                    new Column<>("字节", 12, Paper::size),
                    new Column<>("SHA-256", 68, Paper::sha256)));

    private final ZipOutputStream zip;
    private final List<Paper> papers = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private PaperBundle(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    private record Paper(String folder, String name, long size, String sha256) {}

    /** Papers that lie in one folder. */
    public record Folder(String name, Papers papers) {}

    /** Hands papers over, one after the other. */
    public interface Papers {
        void each(PaperSink sink) throws IOException;
    }

    /**
     * Answers with the file; it is complete before its first byte is sent.
     *
     * @param subject whose papers they are and on which day
     */
    public static void send(HttpServletResponse response, String subject, List<Folder> folders) throws IOException {
        Download.send(response, clean(subject) + ".zip", "application/zip", out -> new PaperBundle(out).write(folders));
    }

    private void write(List<Folder> folders) throws IOException {
        for (Folder folder :
                folders.stream().sorted(Comparator.comparing(Folder::name)).toList()) {
            folder.papers().each((name, content) -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                content.writeTo(bytes);
                String once = once(folder.name(), clean(name));
                put(folder.name() + "/" + once, bytes);
                papers.add(new Paper(folder.name(), once, bytes.size(), DigestUtils.sha256Hex(bytes.toByteArray())));
            });
        }
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        CONTENTS.write(contents, papers::forEach);
        put("目录.xlsx", contents);
        zip.finish();
    }

    private void put(String name, ByteArrayOutputStream bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        bytes.writeTo(zip);
        zip.closeEntry();
    }

    /** Two documents may be called alike. */
    private String once(String folder, String name) {
        String free = name;
        for (int copy = 2; !names.add(folder + "/" + free); copy++) {
            int dot = name.indexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
            free = name.substring(0, dot) + "（" + copy + "）" + name.substring(dot);
        }
        return free;
    }

    /** Without what a file system doesn't take. */
    private static String clean(String name) {
        String plain = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        int dot = Math.max(plain.lastIndexOf('.'), 0);
        return dot > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) + plain.substring(dot) : plain;
    }
}
