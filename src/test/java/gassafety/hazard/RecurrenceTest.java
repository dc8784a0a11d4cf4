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
        ago(people, unit, 400);
        HazardSummary first = ago(people, unit, 30);
        assertThat(earlier(first, people.inspector()))
                .as("400 days before is too long")
                .isEmpty();
        HazardSummary again = ago(people, unit, 0);
        assertThat(earlier(again, people.inspector()))
                .singleElement()
                .asString()
                .contains(first.number());
        assertThat(earlier(ago(people, found.unit(people), 0), people.inspector()))
                .as("another unit")
                .isEmpty();
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
        assertThat(earlier(later, people.inspector())).hasSize(1);
        endings.propose(mistaken.id(), Ending.VOIDED, "重复登记", "", people.inspector());
        endings.decide(mistaken.id(), true, "", people.chief());
        assertThat(earlier(later, people.inspector())).isEmpty();
    }

    private HazardSummary ago(World.Bureau people, Unit unit, int days) {
        return found.raise(found.dated(
                people, unit, found.today().minusDays(days), found.today().plusDays(15)));
    }

    private List<String> earlier(HazardSummary hazard, Caller caller) {
        return recurrences.sections(hazard.id(), caller).stream()
                .map(Section::rows)
                .flatMap(List::stream)
                .map(Row::label)
                .toList();
    }
}
