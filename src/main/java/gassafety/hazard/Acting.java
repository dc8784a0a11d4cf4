package gassafety.hazard;

import gassafety.calendar.Today;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.office.Caller;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What every act on a hazard has in common: it is looked up and allowed, written down, and told to the journal. */
@Component
class Acting {

    private final Hazards hazards;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Today today;

    Acting(Hazards hazards, Journal journal, JdbcClient jdbc, Today today) {
        this.hazards = hazards;
        this.journal = journal;
        this.jdbc = jdbc;
        this.today = today;
    }

    LocalDate day() {
        return today.day();
    }

    OffsetDateTime now() {
        return today.now().atOffset(ZoneOffset.UTC);
    }

    /** The hazard, held against others, when its state and this person's duties allow the act. */
    Hazard begin(long id, HazardAct act, Caller by) {
        Hazard hazard = hazards.lock(id, by.scope()).orElseThrow(NotFound::new);
        mustAllow(hazard, act, by);
        return hazard;
    }

    /** Whose work it is comes first, so that nobody learns by trying where a hazard stands. */
    void mustAllow(Hazard hazard, HazardAct act, Caller by) {
        mustBeWorkOf(by, hazard, act);
        hazard.mustOffer(act);
        Obstacle obstacle = WhoMay.obstacle(hazard, act, by, day());
        if (obstacle != null) {
            throw obstacle.exception();
        }
    }

    /** @throws Forbidden when the act is other people's work, wherever the hazard stands */
    void mustBeWorkOf(Caller by, Hazard hazard, HazardAct act) {
        Obstacle obstacle = WhoMay.obstacle(hazard, act, by, day());
        if (obstacle != null && obstacle.isOthersWork()) {
            throw obstacle.exception();
        }
    }

    /**
     * Writes the row of an act, with who did it and when.
     *
     * @param table and columns are names from the code, never from outside
     */
    void write(String table, Hazard hazard, Caller by, Map<String, ? extends @Nullable Object> columns) {
        Map<String, @Nullable Object> row = new TreeMap<>(columns);
        row.put("hazard_id", hazard.getId());
        row.put("by_id", by.accountId());
        row.put("by_name", by.name());
        row.put("office_name", by.place());
        row.put("at", now());
        List<String> names = new ArrayList<>(row.keySet());
        jdbc.sql("insert into %s (%s) values (%s)"
                        .formatted(
                                table,
                                String.join(", ", names),
                                names.stream().map(name -> "?").collect(Collectors.joining(", "))))
                .params(names.stream().map(row::get).toList())
                .update();
    }

    void tell(Act act, Hazard hazard, Caller by, String note) {
        journal.record(Posting.of(act, day(), by, hazard.source())
                .about(hazard.getEnterpriseId())
                .note(note));
    }

    /** Takes an act back in the journal: it counts nowhere any more. */
    void takeBack(Act act, Hazard hazard, Caller by, String reason) {
        journal.positionsOf(hazard.source(), act).forEach(position -> journal.reverse(position, by, reason));
    }

    /** A text that must not be missing. */
    static String required(String field, String text, String what) {
        if (text.isBlank()) {
            throw new Refusal(field, "请填写" + what + "。");
        }
        return text.strip();
    }
}
