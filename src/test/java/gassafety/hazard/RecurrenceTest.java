package gassafety.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.desk.RecordSlot.Row;
import gassafety.desk.RecordSlot.Section;
import gassafety.office.Caller;
import gassafety.register.Unit;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The same item of the same unit found bad again within 12 months is told, with a case suggested. */
@SystemTest
class RecurrenceTest {

    @Autowired
    Found found;

    @Autowired
    Endings endings;

    @Autowired
    Recurrences recurrences;

    @Autowired
    World world;

    @Test
    void anEarlierHazardOfTheSameItemWithinTwelveMonthsIsARecurrence() {
        World.Bureau people = world.bureau();
        Unit unit = found.unit(people);
        HazardSummary old = ago(people, unit, 400);
        assertThat(isRecurrence(ago(people, unit, 30)))
                .as("400 days ago is too long")
                .isFalse();
        HazardSummary again = ago(people, unit, 0);
        assertThat(isRecurrence(again)).isTrue();
        assertThat(earlier(again, people.inspector()))
                .singleElement()
                .asString()
                .doesNotContain(old.number());
        assertThat(isRecurrence(ago(people, found.unit(people), 0)))
                .as("another unit")
                .isFalse();
        assertThat(earlier(again, world.bureau().inspector()))
                .as("out of scope")
                .isEmpty();
    }

    @Test
    void whatWasRegisteredByMistakeMakesNoRecurrence() {
        World.Bureau people = world.bureau();
        Unit unit = found.unit(people);
        HazardSummary mistaken = ago(people, unit, 30);
        HazardSummary later = ago(people, unit, 0);
        assertThat(isRecurrence(later)).isTrue();
        endings.propose(mistaken.id(), Ending.VOIDED, "重复登记", "", people.inspector());
        endings.decide(mistaken.id(), true, "", people.chief());
        assertThat(isRecurrence(later)).isFalse();
    }

    private HazardSummary ago(World.Bureau people, Unit unit, int days) {
        return found.raise(found.dated(
                people, unit, found.today().minusDays(days), found.today().plusDays(15)));
    }

    private boolean isRecurrence(HazardSummary hazard) {
        return "再次发生".equals(recurrences.marks(List.of(hazard.id())).get(hazard.id()));
    }

    private List<String> earlier(HazardSummary hazard, Caller caller) {
        return recurrences.sections(hazard.id(), caller).stream()
                .map(Section::rows)
                .flatMap(List::stream)
                .map(Row::label)
                .toList();
    }
}
