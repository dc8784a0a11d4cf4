package gassafety.inspection;

import java.util.Arrays;
import java.util.Optional;

/**
 * Someone who took part in a visit without being one of our inspectors; they sign nothing and count nowhere.
 *
 * @param organisation where they come from, may be empty
 */
record Participant(long id, Kind kind, String name, String organisation) {

    /** In which quality. */
    enum Kind {
        EXPERT("专家"),
        HOUSING("住建部门"),
        EMERGENCY("应急部门"),
        FIRE("消防救援机构"),
        COMMERCE("商务部门"),
        POLICE("公安机关"),
        OTHER("其他部门");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        static Optional<Kind> of(String sent) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(sent))
                    .findFirst();
        }

        public String getLabel() {
            return label;
        }
    }

    /** 演示员戊（专家，示例检验院）. */
    public String text() {
        return name + "（" + kind.label + (organisation.isEmpty() ? "" : "，" + organisation) + "）";
    }
}
