package gassafety.summary;

import gassafety.calendar.Today;
import gassafety.campaign.CampaignInfo;
import gassafety.campaign.Phase;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Role;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.SentFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the stage summaries that people finished, version by version. */
@Component
class Summaries {

    /** Code of 综合办公室. */
    private static final String GENERAL = "general";

    private static final String COLUMNS =
            "select id, phase, office_id, version, file_name, note, by_name, uploaded_on from stage_summary ";

    private final JdbcClient jdbc;
    private final Today today;

    Summaries(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** A summary as it was uploaded for the n-th time. */
    record Version(
            long id,
            int phase,
            long officeId,
            int version,
            String fileName,
            String note,
            String byName,
            LocalDate uploadedOn) {}

    /** Whose work the summary of a bureau is: its reporter's, and the campaign office's for every bureau below it. */
    static boolean mayWrite(Caller by, Office bureau) {
        Office own = by.office().bureau();
        return own.isTop() && by.is(Role.CAMPAIGN_OFFICE)
                || own.getId() == bureau.getId()
                        && (by.is(Role.REPORTER) || by.office().getCode().equals(GENERAL));
    }

    /** The last version of each bureau at a path or below it, for each phase. */
    @Transactional(readOnly = true)
    public List<Version> latest(CampaignInfo campaign, String path) {
        return jdbc.sql("select distinct on (office_id, phase) * from (" + COLUMNS
                        + "where campaign_id = :campaign and starts_with(office_path, :path)) kept"
                        + " order by office_id, phase, version desc")
                .param("campaign", campaign.id())
                .param("path", path)
                .query(VERSION)
                .list();
    }

    /** All versions, the last one first. */
    @Transactional(readOnly = true)
    public List<Version> of(CampaignInfo campaign, Phase phase, Office bureau) {
        return jdbc.sql(
                        COLUMNS
                                + "where campaign_id = :campaign and phase = :phase and office_id = :office order by version desc")
                .param("campaign", campaign.id())
                .param("phase", phase.number())
                .param("office", bureau.getId())
                .query(VERSION)
                .list();
    }

    /** @throws NotFound when there is no such version */
    @Transactional(readOnly = true)
    public byte[] content(Version version) {
        return jdbc.sql("select content from stage_summary where id = :id")
                .param("id", version.id())
                .query(byte[].class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Keeps a file as the next version.
     *
     * @return whether it was kept now; the same file again is the version that it was
     * @throws Refusal with a sentence for the field {@code file} when it is neither a Word document nor a PDF
     */
    @Transactional
    public boolean keep(
            CampaignInfo campaign,
            Phase phase,
            Office bureau,
            String fileName,
            byte[] content,
            String note,
            Caller by) {
        if (!mayWrite(by, bureau)) {
            throw new Forbidden("阶段总结由填报人、综合办公室和专班办公室上传。");
        }
        requireReadable(content);
        jdbc.sql("select id from office where id = :id for no key update")
                .param("id", bureau.getId())
                .query(Long.class)
                .single();
        return jdbc.sql("""
                                insert into stage_summary (campaign_id, phase, office_id, office_path, version, file_name,
                                    content, sha256, note, by_account_id, by_name, uploaded_at, uploaded_on)
                                select :campaign, :phase, :office, :path, count(*) + 1, :name, :content, :sha256, :note,
                                    :by, :byName, :now, :today
                                from stage_summary
                                where campaign_id = :campaign and phase = :phase and office_id = :office
                                on conflict (campaign_id, phase, office_id, sha256) do nothing
                                """)
                        .param("campaign", campaign.id())
                        .param("phase", phase.number())
                        .param("office", bureau.getId())
                        .param("path", bureau.getPath())
                        .param("name", SentFile.name(fileName, "阶段总结.docx"))
                        .param("content", content)
                        .param("sha256", DigestUtils.sha256Hex(content))
                        .param("note", note)
                        .param("by", by.accountId())
                        .param("byName", by.name())
                        .param("now", OffsetDateTime.ofInstant(today.now(), ZoneOffset.UTC))
                        .param("today", today.day())
                        .update()
                == 1;
    }

    /** By what is in it, not by its name. */
    private static void requireReadable(byte[] content) {
        byte[] pdf = "%PDF-".getBytes(StandardCharsets.US_ASCII);
        boolean isPdf = Arrays.equals(pdf, Arrays.copyOf(content, pdf.length));
        if (!isPdf && !isWord(content)) {
            throw new Refusal("file", "请选择 Word 文档（.docx）或 PDF 文件。");
        }
    }

    private static boolean isWord(byte[] content) {
        try {
            Path file = Files.createTempFile("summary", ".docx");
            try {
                Files.write(file, content);
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    return zip.getEntry("word/document.xml") != null;
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException | IllegalArgumentException noZip) {
            return false;
        }
    }

    private static final RowMapper<Version> VERSION = (row, number) -> new Version(
            row.getLong("id"),
            row.getInt("phase"),
            row.getLong("office_id"),
            row.getInt("version"),
            row.getString("file_name"),
            row.getString("note"),
            row.getString("by_name"),
            row.getObject("uploaded_on", LocalDate.class));
}
