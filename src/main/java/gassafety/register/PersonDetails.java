package gassafety.register;

import gassafety.web.Labelled;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Someone who works at a unit, in one role; texts that are not known are empty.
 *
 * @param certificateKind null when there is no certificate; then its number is empty
 * @param certificateValidTo its last day; needed when there is a number
 * @param contract 已签劳动合同
 * @param socialInsurance 已缴社会保险
 */
@Embeddable
public record PersonDetails(
        String name,
        @Enumerated(EnumType.STRING) Role role,
        String phone,
        @Nullable LocalDate appointedOn,
        @Nullable LocalDate trainedOn,
        @Enumerated(EnumType.STRING) @Nullable CertificateKind certificateKind,
        String certificateNumber,
        @Nullable LocalDate certificateValidTo,
        boolean contract,
        boolean socialInsurance) {

    /** Role of someone at a unit. */
    public enum Role implements Labelled {
        RESPONSIBLE("主要负责人"),
        SAFETY_DIRECTOR("安全总监"),
        SAFETY_OFFICER("安全员"),
        TECHNICAL_LEAD("技术负责人"),
        FILLER("充装人员"),
        CHECKER("检查人员"),
        MANAGER("管理人员"),
        EXAMINER("检验人员");

        private final String label;

        Role(String label) {
            this.label = label;
        }

        @Override
        public String getLabel() {
            return label;
        }
    }

    /** Kind of a certificate for special equipment. */
    public enum CertificateKind implements Labelled {
        /** 气瓶充装作业. */
        P("P 证"),
        /** 特种设备安全管理. */
        A("A 证"),
        EXAMINATION("检验证");

        private final String label;

        CertificateKind(String label) {
            this.label = label;
        }

        @Override
        public String getLabel() {
            return label;
        }
    }
}
