package gassafety.inspection;

import gassafety.calendar.Today;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A signature as it stands on the record.
 *
 * @param number place on the record, from 1
 * @param accountId of an inspector, else null
 * @param imageSha256 of the drawn image, or null when there is none
 * @param contentSha256 of the content that was signed; null when it was signed before that was written down
 * @param scan SHA-256 of the file that shows the unit's signature, refusal or absence, or null
 */
record Signature(
        int number,
        @Nullable Long accountId,
        Kind kind,
        String name,
        String title,
        String note,
        String witness,
        @Nullable String imageSha256,
        @Nullable String contentSha256,
        @Nullable String scan,
        Instant signedAt) {

    enum Kind {
        INSPECTOR("检查人员签字"),
        UNIT_SIGNED("被检查单位签字"),
        UNIT_PAPER("被检查单位纸质签字"),
        UNIT_REFUSED("被检查单位拒绝签字"),
        UNIT_ABSENT("被检查单位负责人不在场");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String getLabel() {
            return label;
        }

        /** Whether the unit's person has signed, on the screen or on paper. */
        boolean isSigned() {
            return this == UNIT_SIGNED || this == UNIT_PAPER;
        }
    }

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Today.ZONE);

    public boolean drawn() {
        return imageSha256 != null;
    }

    public String signedText() {
        return MINUTE.format(signedAt);
    }
}
