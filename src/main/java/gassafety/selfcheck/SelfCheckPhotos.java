package gassafety.selfcheck;

import gassafety.attachment.Attachments;
import gassafety.office.Caller;
import gassafety.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Photos and papers that a unit puts beside the problems it found itself; none is ever taken away. */
@Component
class SelfCheckPhotos {

    private static final String PURPOSE = "self-check";
    private static final int MOST = 9;

    private final Attachments attachments;
    private final JdbcClient jdbc;

    SelfCheckPhotos(Attachments attachments, JdbcClient jdbc) {
        this.attachments = attachments;
        this.jdbc = jdbc;
    }

    /**
     * A photo or paper.
     *
     * @param after whether it shows what was put right
     */
    record Photo(long id, int position, boolean after, String name) {}

    /**
     * Keeps them beside an answer; the same file once.
     *
     * @throws Refusal when one is no photo or paper, or when there are too many
     */
    @Transactional
    public void add(SelfCheck check, int position, boolean after, List<MultipartFile> files, Caller by) {
        attachments
                .storeAll(check.source(), PURPOSE, files, by)
                .forEach(file -> jdbc.sql("insert into self_check_photo (self_check_id, position, after, attachment_id)"
                                + " values (:check, :position, :after, :file) on conflict do nothing")
                        .param("check", check.getId())
                        .param("position", position)
                        .param("after", after)
                        .param("file", file.id())
                        .update());
        if (of(check).getOrDefault(position, List.of()).size() > MOST) {
            throw new Refusal("一个问题最多 " + MOST + " 张照片或材料。");
        }
    }

    /** By the position of the item. */
    @Transactional(readOnly = true)
    public Map<Integer, List<Photo>> of(SelfCheck check) {
        return jdbc
                .sql(
                        "select a.id, p.position, p.after, a.name from self_check_photo p"
                                + " join attachment a on a.id = p.attachment_id where p.self_check_id = :check order by p.after, a.id")
                .param("check", check.getId())
                .query(Photo.class)
                .stream()
                .collect(Collectors.groupingBy(Photo::position));
    }
}
