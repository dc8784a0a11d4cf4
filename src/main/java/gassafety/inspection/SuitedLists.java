package gassafety.inspection;

import gassafety.checklist.Checklist;
import gassafety.register.Unit;
import java.util.List;

/**
 * The inspection lists in force, as they are offered for a unit.
 *
 * @param suited those for the unit's roles
 * @param others the rest
 */
record SuitedLists(List<Checklist> suited, List<Checklist> others) {

    static SuitedLists of(Unit unit, List<Checklist> inForce) {
        return new SuitedLists(
                inForce.stream().filter(list -> suits(unit, list)).toList(),
                inForce.stream().filter(list -> !suits(unit, list)).toList());
    }

    private static boolean suits(Unit unit, Checklist list) {
        return unit.roles().stream().anyMatch(role -> role.name().equals(list.role()));
    }
}
