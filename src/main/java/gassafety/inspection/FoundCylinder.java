package gassafety.inspection;

import gassafety.register.Cylinder;
import gassafety.web.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of a code that was read or typed, and the form that adds it.
 *
 * @param code as it was read; empty when none could be
 * @param mark by which the cylinder stands on the list
 * @param registered null when no cylinder is registered under it
 * @param listed how it stands on the list already, or null
 * @param result what the form shows as chosen, or null for none
 * @param refusal why it was not read or not added, or null
 * @param key name that the request of this form has
 */
record FoundCylinder(
        String code,
        String mark,
        @Nullable Cylinder registered,
        List<String> warnings,
        @Nullable SpotCheck listed,
        SpotCheck.@Nullable Result result,
        String note,
        @Nullable Refusal refusal,
        String key) {

    static FoundCylinder of(
            String code, String mark, @Nullable Cylinder registered, Inspection at, @Nullable SpotCheck listed) {
        List<String> warnings = CylinderWarning.of(registered, at);
        return new FoundCylinder(
                code,
                mark,
                registered,
                warnings,
                listed,
                listed == null ? SpotCheck.Result.suggestedBy(warnings) : listed.result(),
                listed == null ? "" : listed.note(),
                null,
                UUID.randomUUID().toString());
    }

    /** Nothing was read, or what was typed is no code. */
    static FoundCylinder nothing(String typed, Refusal why) {
        return new FoundCylinder(typed, "", null, List.of(), null, null, "", why, "");
    }

    /** With the reason; what was typed stays. */
    FoundCylinder refused(String typedResult, String typedNote, Refusal why) {
        Optional<SpotCheck.Result> chosen = SpotCheck.Result.of(typedResult);
        return new FoundCylinder(
                code,
                mark,
                registered,
                warnings,
                listed,
                chosen.orElse(result),
                typedNote,
                why,
                UUID.randomUUID().toString());
    }

    /** Version of it on the list that the person sees; 0 for none. */
    public int seen() {
        return listed == null ? 0 : listed.version();
    }

    public boolean isRead() {
        return !mark.isEmpty();
    }

    public boolean isWrong(String field) {
        return refusal != null && field.equals(refusal.getField());
    }
}
