package gassafety.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gassafety.forms.FormFile;
import gassafety.support.SystemTest;
import gassafety.web.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@SystemTest
class OfficialListsTest {

    private static final LocalDate DAY = LocalDate.of(2023, 11, 15);

    @Autowired
    Checklists checklists;

    @Autowired
    ChecklistLoader loader;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "annex1-self-assessment.csv, 59b65e262db128afe67509e8de4677ecbcf72c16f7df56f4e416c278906bd9fb",
        "annex2-supervision-inspection.csv, 78d71896523e0a2621da4abdced72549b8f1c05ccf52def6ecad6c1798c0f72e",
        "annex3-statistics.csv, 00fbe27a627c46b81377806178b19708cc6ed68cfe69158b50acdbb6ef7e3de9",
        "answer-meanings.csv, 5c91f2aaab3fc004cfbb56f22e50636acae793f7da51be8b0e19d1e1dd5db7c0",
        "campaign-duties.csv, 5777045d223db4ecd54283ec9afc7ff4d651ac2b3e4b791d8d73ef5af15c67c5",
        "campaign-phases.csv, 9d563cd066281a031c8f73e084690b9d2f88d9894452e5d51d576b2635cd619c",
        "campaign-tasks.csv, 500d007906f8739bbc8b6d6309ef6b050f945dd489d893fa355e6e45122bf60a",
        "deadlines.csv, 218540fcede317db54b447874a3ae5fb857c89020071451940972e821bb9d00c",
        "derived-checklists.csv, e0409658edfd6ca00940a6a80c371beeba0f63aee67e663af7e8dfe630369270",
        "derived-self-checks.csv, 01105ebe9259584adc7e6770c31823648f334657cb27e0e8458efa14b5b0cd27",
        "printed-text.csv, 620d39f8518d7edb97a02258c0157c7a5571f9d531923ec2a76e3b8a703cc94c"
    })
    void theSourceOfAListIsNeverEdited(String file, String sha256) throws IOException, NoSuchAlgorithmException {
        try (InputStream bytes = FormFile.class.getResourceAsStream("/forms/" + file)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes());
            assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
        }
    }

    @ParameterizedTest
    @CsvSource({"ANNEX1, annex1-self-assessment.csv, 29", "ANNEX2, annex2-supervision-inspection.csv, 52"})
    void anOfficialListIsLoadedWordForWord(String code, String file, int length) {
        List<List<String>> source = FormFile.rows(file).stream()
                .map(row ->
                        List.of(row.get("position"), row.get("printed_no"), row.get("category"), row.get("content")))
                .toList();
        List<List<String>> loaded = checklists.current(code, DAY).items().stream()
                .map(item ->
                        List.of(String.valueOf(item.position()), item.printedNo(), item.category(), item.content()))
                .toList();
        assertThat(loaded).hasSize(length).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({"derived-checklists.csv, INSPECTION, 11", "derived-self-checks.csv, SELF_CHECK, 2"})
    void everyDerivedListIsLoadedWordForWord(String file, ChecklistKind kind, int lists) {
        List<CSVRecord> rows = FormFile.rows(file);
        Set<String> codes = rows.stream().map(row -> row.get("checklist")).collect(Collectors.toSet());
        assertThat(codes).hasSize(lists);
        for (String code : codes) {
            Checklist list = checklists.current(code, DAY);
            assertThat(list.kind()).isEqualTo(kind);
            assertThat(list.derived()).isTrue();
            assertThat(list.items().stream()
                            .map(item -> List.of(
                                    list.code(),
                                    list.title(),
                                    list.role(),
                                    String.valueOf(item.position()),
                                    item.category(),
                                    item.content())))
                    .isEqualTo(rows.stream()
                            .filter(row -> row.get("checklist").equals(code))
                            .map(row -> row.stream().limit(6).toList())
                            .toList());
        }
    }

    @Test
    void theNumber6IsPrintedTwiceInAnnex2() {
        assertThat(checklists.current("ANNEX2", DAY).items())
                .filteredOn(item -> item.printedNo().equals("6"))
                .extracting(ChecklistItem::position)
                .containsExactly(6, 7);
    }

    @Test
    void anItemThatNamesForbiddenConductSaysWhatAnAnswerMeans() {
        ChecklistItem adapters = checklists.current("ANNEX2", DAY).item(42).orElseThrow();
        assertThat(adapters.meaningOf(Verdict.COMPLIANT)).isEqualTo("未发现");
        assertThat(adapters.meaningOf(Verdict.NONCOMPLIANT)).isEqualTo("发现（填清除数量和照片）");
        assertThat(adapters.alsoAsk()).containsExactly("清除数量");
        FormFile.rows("answer-meanings.csv").forEach(row -> {
            ChecklistItem item = checklists
                    .current(row.get("list"), DAY)
                    .item(Integer.parseInt(row.get("position")))
                    .orElseThrow();
            assertThat(item.compliantMeans()).isEqualTo(row.get("compliant_means"));
            assertThat(item.noncompliantMeans()).isEqualTo(row.get("noncompliant_means"));
            assertThat(String.join(";", item.alsoAsk())).isEqualTo(row.get("also_ask"));
        });
    }

    @Test
    void theCrosswalkLeadsFromASelfCheckToTheInspection() {
        assertThat(crosswalk("ANNEX1"))
                .containsAll(pairs("annex1-self-assessment.csv", "annex2_positions", "ANNEX1", "ANNEX2"))
                .contains("4-ANNEX2-8", "4-ANNEX2-11")
                .hasSize(31);
        assertThat(crosswalk("SELLER_SELF"))
                .containsExactlyElementsOf(
                        pairs("derived-self-checks.csv", "inspection_positions", "SELLER_SELF", "SELLER"));
        assertThat(crosswalk("ANNEX2")).isEmpty();
    }

    private List<String> crosswalk(String code) {
        return checklists.crosswalk(checklists.current(code, DAY)).stream()
                .map(pair -> pair.selfCheck().position() + "-"
                        + pair.inspectionList().code() + "-" + pair.inspected().position())
                .toList();
    }

    private static List<String> pairs(String file, String column, String own, String inspection) {
        return FormFile.rows(file).stream()
                .filter(row ->
                        !row.isMapped("checklist") || row.get("checklist").equals(own))
                .flatMap(row -> FormFile.split(row.get(column), "[ ;]").stream()
                        .map(position -> row.get("position") + "-" + inspection + "-" + position))
                .toList();
    }

    @Test
    void aListThatIsThereIsLeftAlone() {
        long before = countRows();
        loader.load();
        assertThat(countRows()).isEqualTo(before);
    }

    private long countRows() {
        return jdbc.sql("select (select count(*) from checklist) + (select count(*) from checklist_item)"
                        + " + (select count(*) from checklist_crosswalk)")
                .query(Long.class)
                .single();
    }

    @Test
    void theDatabaseRefusesToChangeWhatRecordsWereAsked() {
        assertThatThrownBy(() -> jdbc.sql("update checklist_item set content = '改' where position = 1")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update checklist set title = '改'").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aListIsFoundByTheRoleOfTheUnitAndTheDay() {
        assertThat(checklists.forRole("APPLIANCE_SELLER", DAY))
                .extracting(Checklist::code)
                .containsExactly("SELLER", "SELLER_SELF");
        assertThat(checklists.inspectionLists(DAY)).hasSize(12).first().matches(list -> !list.derived());
        assertThat(checklists.inspectionLists(LocalDate.of(2023, 8, 31))).isEmpty();
    }

    @Test
    void noSuchListOrEdition() {
        assertThatThrownBy(() -> checklists.current("ANNEX9", DAY)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> checklists.edition(-1)).isInstanceOf(NotFound.class);
        assertThat(checklists.current("ANNEX2", DAY).item(53)).isEmpty();
        assertThat(checklists.current("ANNEX2", DAY).item(0)).isEmpty();
    }

    @Test
    void thePrintedWordsOfTheForms() {
        assertThat(PrintedText.of("annex3", "title")).isEqualTo("市场监管系统城镇燃气安全专项整治行动成果统计表");
        assertThat(PrintedText.all("annex2", "note")).hasSize(2);
    }
}
