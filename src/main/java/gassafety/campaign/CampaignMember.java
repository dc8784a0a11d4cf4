package gassafety.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the task force (工作专班).
 *
 * @param post 职务
 * @param phone of the office, not of the person
 * @param toDay the last day; null while in office
 */
record CampaignMember(
        long id,
        MemberDuty duty,
        String officeCode,
        String officeName,
        String name,
        String post,
        String phone,
        LocalDate fromDay,
        @Nullable LocalDate toDay) {

    boolean isInOfficeOn(LocalDate day) {
        return toDay == null || !toDay.isBefore(day);
    }
}
