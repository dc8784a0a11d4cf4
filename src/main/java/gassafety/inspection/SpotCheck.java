package gassafety.inspection;

import gassafety.calendar.Today;
import gassafety.register.Cylinder;
import gassafety.web.Labelled;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cylinder on the 抽查明细 of an inspection.
 *
 * @param mark of the register, or the code as it was read where no cylinder is registered under it
 * @param version from 1, for each mark of an inspection
 * @param removed whether it was taken off again
 * @param registered what the register said when this was saved; null when the mark was not registered
 */
record SpotCheck(
        String mark,
        int version,
        String requestKey,
        boolean removed,
        Result result,
        String note,
        @Nullable Cylinder registered,
        long savedBy,
        String savedByName,
        Instant savedAt) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Today.ZONE);

    /** What the inspectors say of it. */
    enum Result implements Labelled {
        NORMAL("正常"),
        ABNORMAL("异常");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        static Optional<Result> of(String sent) {
            return Arrays.stream(values())
                    .filter(result -> result.name().equals(sent))
                    .findFirst();
        }

        /** As long as nobody says otherwise. */
        static Result suggestedBy(List<String> warnings) {
            return warnings.isEmpty() ? NORMAL : ABNORMAL;
        }

        @Override
        public String getLabel() {
            return label;
        }
    }

    public boolean isAbnormal() {
        return result == Result.ABNORMAL;
    }

    public String savedText() {
        return MINUTE.format(savedAt);
    }
}
