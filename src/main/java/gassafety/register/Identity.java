package gassafety.register;

import gassafety.web.Labelled;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who a regulated unit is; texts that are not known are empty.
 *
 * @param creditCode 统一社会信用代码; empty only for a place that trades without a licence
 * @param legalRepresentative 法定代表人
 * @param responsiblePerson 主要负责人
 * @param registeredAddress 住所, as on the business licence
 * @param address 实际经营地址
 * @param riskLevel 信用风险等级, or null before it was rated
 * @param keySince since when the unit is under 重点监管, or null when it is not
 * @param keyReason why; empty when it is not
 * @param verifiedOn last day on which someone verified these details
 * @param region of a seller
 * @param businessForm 业态 of a seller
 */
@Embeddable
public record Identity(
        String name,
        String creditCode,
        String legalRepresentative,
        String responsiblePerson,
        String responsiblePhone,
        String registeredAddress,
        String address,
        @Enumerated(EnumType.STRING) Status status,
        @Enumerated(EnumType.STRING) @Nullable RiskLevel riskLevel,
        @Nullable LocalDate keySince,
        String keyReason,
        @Enumerated(EnumType.STRING) Origin origin,
        @Nullable LocalDate verifiedOn,
        @Enumerated(EnumType.STRING) @Nullable Region region,
        @Enumerated(EnumType.STRING) @Nullable BusinessForm businessForm) {

    /** A unit in business of which only this is known. */
    public static Identity of(String name, String creditCode, String address, String responsiblePerson) {
        return new Identity(
                name,
                creditCode,
                "",
                responsiblePerson,
                "",
                "",
                address,
                Status.IN_BUSINESS,
                null,
                null,
                "",
                Origin.SURVEY,
                null,
                null,
                null);
    }

    /** 经营状态. */
    public enum Status implements Labelled {
        IN_BUSINESS("在业"),
        CLOSED("歇业"),
        REVOKED("吊销"),
        DEREGISTERED("注销"),
        UNREGISTERED("无照经营");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        @Override
        public String getLabel() {
            return label;
        }
    }

    /** 信用风险等级. */
    public enum RiskLevel implements Labelled {
        A,
        B,
        C,
        D;

        @Override
        public String getLabel() {
            return name();
        }
    }

    /** How the unit came to be on the books. */
    public enum Origin implements Labelled {
        SURVEY("摸底排查"),
        IMPORT("数据导入"),
        COMPLAINT("投诉举报"),
        LICENSING("许可信息"),
        INSPECTION("检查发现"),
        OTHER("其他");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        @Override
        public String getLabel() {
            return label;
        }
    }

    /** 区域 of a seller. */
    public enum Region implements Labelled {
        URBAN("城区"),
        FRINGE("城乡结合部"),
        RURAL("农村");

        private final String label;

        Region(String label) {
            this.label = label;
        }

        @Override
        public String getLabel() {
            return label;
        }
    }

    /** 业态 of a seller. */
    public enum BusinessForm implements Labelled {
        WHOLESALE("批发市场"),
        SUPERMARKET("商超"),
        HARDWARE("五金店"),
        SPECIALITY("专卖"),
        ONLINE("网店");

        private final String label;

        BusinessForm(String label) {
            this.label = label;
        }

        @Override
        public String getLabel() {
            return label;
        }
    }
}
