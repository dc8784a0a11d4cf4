package gassafety.enforcement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case as a line of a list.
 *
 * @param number 案号, or 未立案
 * @param amount fine and gains decided, in yuan; null before the decision
 */
record CaseRow(
        long id,
        String number,
        @Nullable String decisionNumber,
        long enterpriseId,
        String enterpriseName,
        String cause,
        CaseStage stage,
        String bureau,
        String handler,
        LocalDate draftedOn,
        @Nullable LocalDate filedOn,
        @Nullable BigDecimal amount,
        @Nullable Term term) {

    public String getAddress() {
        return "/cases/" + id;
    }

    public String getAmountText() {
        return amount == null ? "" : CaseDocuments.yuan(amount);
    }
}
