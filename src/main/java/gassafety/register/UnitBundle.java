package gassafety.register;

import gassafety.calendar.Today;
import gassafety.desk.UnitPapers;
import gassafety.office.Caller;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
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
import org.springframework.stereotype.Component;

/** 迎检包: all papers about a unit in one file, with a list of them that tells whether one was changed since. */
@Component
class UnitBundle {

    private static final int LONGEST_NAME = 120;

    private static final ListWorkbook<Paper> CONTENTS = new ListWorkbook<>(
            "目录",
            List.of(
                    new Column<>("类别", 24, Paper::folder),
                    new Column<>("文件", 60, Paper::name),
                    new Column<>("字节", 12, Paper::size),
                    new Column<>("SHA-256", 68, Paper::sha256)));

    private final List<UnitPapers> rooms;
    private final Today today;

    UnitBundle(List<UnitPapers> rooms, Today today) {
        this.rooms =
                rooms.stream().sorted(Comparator.comparing(UnitPapers::folder)).toList();
        this.today = today;
    }

    private record Paper(String folder, String name, long size, String sha256) {}

    /** The name of the file: 某某液化气站 迎检包 2023-11-15. */
    String name(UnitRecord unit) {
        return clean(unit.identity().name()) + " 迎检包 " + today.day() + ".zip";
    }

    void write(UnitRecord unit, Caller caller, OutputStream out) throws IOException {
        List<Paper> papers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        ZipOutputStream zip = new ZipOutputStream(out);
        for (UnitPapers room : rooms) {
            room.each(unit.id(), caller, (name, content) -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                content.writeTo(bytes);
                String once = once(room.folder(), clean(name), names);
                zip.putNextEntry(new ZipEntry(room.folder() + "/" + once));
                bytes.writeTo(zip);
                zip.closeEntry();
                papers.add(new Paper(room.folder(), once, bytes.size(), DigestUtils.sha256Hex(bytes.toByteArray())));
            });
        }
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        CONTENTS.write(contents, papers::forEach);
        zip.putNextEntry(new ZipEntry("目录.xlsx"));
        contents.writeTo(zip);
        zip.closeEntry();
        zip.finish();
    }

    /** Two documents may be called alike. */
    private static String once(String folder, String name, Set<String> names) {
        String free = name;
        for (int copy = 2; !names.add(folder + "/" + free); copy++) {
            int dot = name.lastIndexOf('.');
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
