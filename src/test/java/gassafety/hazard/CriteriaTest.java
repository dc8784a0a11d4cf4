package gassafety.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.hazard.Criteria.Criterion;
import gassafety.support.SystemTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SystemTest
class CriteriaTest {

    @Autowired
    Criteria criteria;

    @Autowired
    Walk walk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({
        "2022-06-30, ''",
        "2023-11-15, MEASURES_24 MEASURES_25",
        "2024-11-30, MEASURES_24 MEASURES_25",
        "2024-12-01, MEASURES_24 MEASURES_25 GB_45067_2024"
    })
    void aCriterionCountsFromItsFirstDay(LocalDate day, String codes) {
        assertThat(String.join(
                        " ", criteria.inForce(day).stream().map(Criterion::name).toList()))
                .isEqualTo(codes);
    }

    @Test
    void aDeterminationKeepsTheEditionItWasMadeWith() {
        Walk.Case one = walk.determined(walk.proposedMajor());
        assertThat(jdbc.sql("select basis from hazard_determination where hazard_id = :id")
                        .param("id", one.id())
                        .query(String.class)
                        .single())
                .isEqualTo("MEASURES_24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SOMETHING", "\0"})
    void withoutACriterionInForceNothingIsDeterminedAndTheWordsStay(String standard) {
        Walk.Case one = walk.proposedMajor();
        assertThat(mvc.post()
                        .uri("/hazards/{id}/{noun}", one.id(), HazardAct.DETERMINE.getNoun())
                        .with(user(one.people().countySection().username()))
                        .with(csrf())
                        .param("version", "0")
                        .param("key", UUID.randomUUID().toString())
                        .param("yes", "true")
                        .param("standard", standard)
                        .param("criterion", "紧急切断失效的情形"))
                .hasStatus(422)
                .bodyText()
                .contains("判定标准。", "紧急切断失效的情形", "《特种设备安全监督检查办法》第二十四条");
        assertThat(jdbc.sql("select level from hazard where id = :id")
                        .param("id", one.id())
                        .query(String.class)
                        .single())
                .isEqualTo("PROPOSED_MAJOR");
    }
}
