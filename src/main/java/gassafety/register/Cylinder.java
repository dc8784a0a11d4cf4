package gassafety.register;

import gassafety.register.StationDetails.CylinderSize;
import gassafety.web.Labelled;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 气瓶, as the register has it.
 *
 * @param mark 电子识读标志, which the camera of a phone reads
 * @param registrationNumber 使用登记证编号
 * @param stationId the filling station that registered it, 所属充装单位
 * @param designLifeUntil last day of its 设计使用年限
 * @param lastInspectedOn null for one that was never due
 * @param nextInspectionOn 下次检验日期
 */
public record Cylinder(
        String mark,
        String registrationNumber,
        long stationId,
        String stationName,
        String maker,
        String serial,
        CylinderSize size,
        LocalDate madeOn,
        LocalDate designLifeUntil,
        @Nullable LocalDate lastInspectedOn,
        LocalDate nextInspectionOn,
        Phase phase,
        State state) {

    /** What is taken out of it. */
    public enum Phase implements Labelled {
        VAPOUR("气相"),
        LIQUID("液相"),
        DUAL("气液双相");

        private final String label;

        Phase(String label) {
            this.label = label;
        }

        @Override
        public String getLabel() {
            return label;
        }
    }

    /** How it is registered. */
    public enum State implements Labelled {
        IN_USE("在用"),
        OVERDUE("超期未检"),
        SEIZED("查封"),
        SCRAPPED("报废"),
        CANCELLED("注销");

        private final String label;

        State(String label) {
            this.label = label;
        }

        @Override
        public String getLabel() {
            return label;
        }
    }
}
