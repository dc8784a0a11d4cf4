package gassafety.hazard;

import gassafety.web.Labelled;
import org.springframework.data.domain.Sort;

/** Orders of the ledger; what is gone stands behind what is open. */
enum LedgerSort implements Labelled {
    DUE("按期限排序", Sort.by(Sort.Order.desc("open"), Sort.Order.asc("due"), Sort.Order.asc("id"))),
    NEWEST("按发现日期排序", Sort.by(Sort.Order.desc("origin.foundOn"), Sort.Order.desc("id"))),
    NUMBER("按编号排序", Sort.by("number"));

    private final String label;
    private final Sort order;

    LedgerSort(String label, Sort order) {
        this.label = label;
        this.order = order;
    }

    @Override
    public String getLabel() {
        return label;
    }

    Sort order() {
        return order;
    }
}
