package gassafety.outreach;

import gassafety.calendar.Today;
import gassafety.journal.Act;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record of outreach, as it was entered.
 *
 * @param named whether a training session has a name list
 * @param itemTitle what the views of a reading are of
 * @param replaces the record that this one corrects
 * @param replacedBy the record that corrects this one
 * @param evidenced whether it has a file as evidence
 */
public record OutreachRecord(
        long id,
        long officeId,
        String officeName,
        OutreachKind kind,
        @Nullable LocalDate since,
        LocalDate day,
        String title,
        String party,
        String number,
        @Nullable Choice choice,
        long quantity,
        String basis,
        boolean repost,
        boolean named,
        @Nullable Long item,
        @Nullable String itemTitle,
        @Nullable Long replaces,
        @Nullable Long replacedBy,
        boolean evidenced,
        String byName,
        Instant at,
        @Nullable Instant voidedAt,
        @Nullable String voidedByName,
        @Nullable String voidReason) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Today.ZONE);

    public boolean isVoided() {
        return voidedAt != null;
    }

    public String getAddress() {
        return source().address();
    }

    public String getAtText() {
        return MINUTE.format(at);
    }

    public String getVoidedAtText() {
        return voidedAt == null ? "" : MINUTE.format(voidedAt);
    }

    /** The quantity with what it is counted in; empty for what has none. */
    public String getAmount() {
        return quantity == 0 ? "" : quantity + " " + kind.getUnit();
    }

    /** What it is more exactly, for a line of a list. */
    public String getDetail() {
        String exact = choice == null ? "" : choice.getLabel();
        String how = repost ? "转载，不计入" : kind == OutreachKind.TRAINING && !named ? "仅人数" : "";
        return String.join(
                " · ",
                Stream.of(exact, number, party, how)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    Source source() {
        return source(id);
    }

    static Source source(long id) {
        return new Source(SourceKind.OUTREACH, id);
    }

    /** The acts that it is; an act about people is posted once for each. */
    List<Act> acts() {
        return switch (kind) {
            case TRAINING -> List.of(named ? chosen().act() : chosen().actByHeadCount());
            case HAND_OUT -> List.of(Act.TRAINING_MATERIAL_HANDED_OUT);
            case TRAINING_CLASS -> List.of(Act.TRAINING_CLASS_HELD);
            case MEDIA -> List.of(repost ? Act.MEDIA_REPORT_REPOSTED : Act.MEDIA_REPORT_PUBLISHED);
            case EVENT ->
                quantity > 0
                        ? List.of(Act.PUBLICITY_EVENT_HELD, Act.AUDIENCE_REACHED)
                        : List.of(Act.PUBLICITY_EVENT_HELD);
            case PRODUCT -> List.of(Act.PUBLICITY_PRODUCT_RELEASED);
            case VIEWS -> List.of(Act.VIEWS_READ);
            case DOCUMENT_ISSUED, DOCUMENT_RECEIVED -> List.of(chosen().act());
            case TASK_FORCE -> List.of(Act.TASK_FORCE_FOUNDED);
            case PLEDGE -> List.of(Act.ASSOCIATION_PLEDGED);
        };
    }

    private Choice chosen() {
        return Objects.requireNonNull(choice);
    }

    Draft draft(List<Attendee> people) {
        return new Draft(kind, since, day, title, party, number, choice, quantity, basis, repost, item, people);
    }
}
