package gassafety.hazard;

import gassafety.desk.ListActions;
import gassafety.office.Caller;
import gassafety.web.Pages;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of the ledger shows under a filter. */
@Component
class LedgerPage {

    private final Ledger ledger;
    private final Facets facets;
    private final SavedViews views;
    private final BulkActs acts;
    private final ListActions actions;

    LedgerPage(Ledger ledger, Facets facets, SavedViews views, BulkActs acts, ListActions actions) {
        this.ledger = ledger;
        this.facets = facets;
        this.views = views;
        this.acts = acts;
        this.actions = actions;
    }

    /** @param number of the page, as it was sent; with a wrong filter no hazards are shown at all */
    String show(LedgerFilter filter, @Nullable String number, Caller caller, Model model) {
        Tally everything = ledger.tally(caller);
        Tally left = filter.isTallied(caller) ? everything : ledger.tally(filter, caller);
        Page<LedgerRow> page = new PageImpl<>(List.of(), PageRequest.of(0, Pages.SIZE), 0);
        if (filter.isFine()) {
            long total = ledger.count(filter, left, caller);
            page = ledger.page(filter, caller, Pages.number(number), Pages.SIZE, total);
        }
        String here = filter.address("/hazards");
        model.addAttribute("rows", page.getContent());
        model.addAttribute("bar", Pages.bar(page));
        model.addAttribute("most", left.complete() ? null : Tallies.MOST);
        model.addAttribute("filter", filter);
        model.addAttribute("figures", ledger.figures(filter.view(), everything, caller));
        model.addAttribute("facets", facets.of(filter, left, caller));
        model.addAttribute("workbook", filter.address("/hazards.xlsx"));
        model.addAttribute("here", here);
        model.addAttribute("views", views.of(caller));
        model.addAttribute("sorts", LedgerSort.values());
        model.addAttribute("days", LedgerFilter.days());
        model.addAttribute("results", LedgerResult.values());
        model.addAttribute("causes", Cause.values());
        model.addAttribute("acts", acts.of(caller));
        model.addAttribute("actions", actions.of("/hazards", caller));
        model.addAttribute("mayRegister", Notices.mayRegister(caller));
        return "hazard/ledger";
    }
}
