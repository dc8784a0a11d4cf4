package gassafety.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.forms.FormFile;
import gassafety.support.SystemTest;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SystemTest
class OwnDesignTest {

    private static final LocalDate DAY = LocalDate.of(2023, 11, 15);

    @Autowired
    Checklists checklists;

    @Test
    void everyItemThatIsInspectedOffersAMeasureOfItsOwnAndTheOneForPapers() {
        for (Checklist list : checklists.inspectionLists(DAY)) {
            for (ChecklistItem item : list.items()) {
                assertThat(MeasurePhrases.of(list, item))
                        .as("%s %d", list.code(), item.position())
                        .hasSizeGreaterThan(1)
                        .endsWith("资料类，无需临时管控");
            }
        }
    }

    @Test
    void noPhraseBelongsToACategoryThatNoListHas() {
        Set<String> categories = checklists.inspectionLists(DAY).stream()
                .flatMap(list -> list.categories().stream().map(category -> list.code() + category))
                .collect(Collectors.toSet());
        assertThat(FormFile.rows("measure-phrases.csv"))
                .allMatch(row -> categories.contains(row.get("list") + row.get("category")));
    }

    @Test
    void aStationAlwaysHasALicenceButNotAlwaysAScrappedCylinder() {
        Checklist annex2 = checklists.current("ANNEX2", DAY);
        assertThat(ItemTraits.isAlwaysPresent(annex2, annex2.item(1).orElseThrow()))
                .isTrue();
        assertThat(ItemTraits.isAlwaysPresent(annex2, annex2.item(44).orElseThrow()))
                .isFalse();
        assertThat(ItemTraits.needsPhoto(annex2, annex2.item(42).orElseThrow())).isTrue();
    }

    @Test
    void itemsThatAskTheSameAreItemsOfListsInForceFromEitherSide() {
        assertThat(FormFile.rows("same-items.csv")).allSatisfy(row -> {
            Checklist list = checklists.current(row.get("list"), DAY);
            Checklist other = checklists.current(row.get("other_list"), DAY);
            int position = Integer.parseInt(row.get("position"));
            int otherPosition = Integer.parseInt(row.get("other_position"));
            assertThat(list.item(position)).isPresent();
            assertThat(other.item(otherPosition)).isPresent();
            assertThat(SameItems.of(other, list)).contains(new SameItems.Pair(otherPosition, position));
        });
    }

    @Test
    void aHeadingPrintedAgainFurtherDownIsASectionAgain() {
        Checklist list = checklists.current("SELLER_SELF", DAY);
        assertThat(list.sections())
                .extracting(Checklist.Section::category)
                .containsExactly("进货", "入库", "标识", "认证", "产品", "人员", "制度", "产品", "台账");
        assertThat(list.categories()).containsExactly("进货", "入库", "标识", "认证", "产品", "人员", "制度", "台账");
        assertThat(list.sections().stream().flatMap(section -> section.items().stream()))
                .isEqualTo(list.items());
    }

    @Test
    void theFieldOfAListGoesIntoTheNumbersOfItsHazards() {
        assertThat(checklists.inspectionLists(DAY).stream()
                        .filter(list -> list.field() != Field.TS)
                        .map(list -> list.code() + " " + list.field()))
                .containsExactly("SELLER ZL", "PRODUCER ZL", "INSTALLATION_CHARGES JG", "PLATFORM ZL");
    }
}
