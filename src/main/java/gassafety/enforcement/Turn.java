package gassafety.enforcement;

import gassafety.office.Caller;
import gassafety.web.Refusal;
import gassafety.web.Stale;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Someone's turn to move a record on.
 *
 * @param by who acts
 * @param id of the record
 * @param seen version of the record that the person had before them, or null to act on it as it stands
 * @param opinion 意见, at most {@value #LONGEST_OPINION} characters
 * @param digest of the form that was sent, by which the same form is known again; empty when there was none
 */
public record Turn(Caller by, long id, @Nullable Integer seen, String opinion, String digest) {

    public static final int LONGEST_OPINION = 1_000;

    public Turn {
        opinion = opinion.strip();
        if (opinion.length() > LONGEST_OPINION) {
            throw new Refusal("opinion", "意见不能超过 " + LONGEST_OPINION + " 个字。");
        }
    }

    public Turn(Caller by, long id, @Nullable Integer seen, String opinion) {
        this(by, id, seen, opinion, "");
    }

    public static Turn of(Caller by, long id) {
        return new Turn(by, id, null, "");
    }

    public Turn saying(String words) {
        return new Turn(by, id, seen, words, digest);
    }

    /**
     * Whether this turn has been taken already, because the same form was sent twice.
     *
     * @param version of the record now
     * @throws Stale when the record was changed since it was seen, also by this person's own form with other content
     */
    public boolean isRepeated(int version, List<SignedStep> taken, Enum<?> step) {
        if (seen == null || seen == version) {
            return false;
        }
        Optional<SignedStep> earlier =
                taken.stream().filter(one -> one.isOf(this, step.name())).findFirst();
        if (earlier.isEmpty()) {
            requireCurrent(version);
            return false;
        }
        if (!earlier.get().says(this)) {
            throw new Stale("这一步您已经办理过；这次填写的内容与当时不同，没有再写入。");
        }
        return true;
    }

    /** @throws Stale when the record was changed since it was seen */
    public void requireCurrent(int version) {
        if (seen != null && seen != version) {
            throw new Stale("您打开页面之后，这条记录已被别人改动。");
        }
    }
}
