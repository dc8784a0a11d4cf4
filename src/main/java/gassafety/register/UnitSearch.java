package gassafety.register;

import gassafety.office.Scope;
import gassafety.web.LikePattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page on which a unit is found by any fragment of its name, credit code or address. */
@Component
public class UnitSearch {

    private static final int MOST = 20;
    private static final int LONGEST_FRAGMENT = 100;

    private final JdbcClient jdbc;

    UnitSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit that was found. */
    record Found(long id, String name, String creditCode, String address) {}

    /**
     * Shows the search, and what it finds within the scope.
     *
     * @param doing what is done with the unit: 检查
     * @param address where that is done, for the unit named as {@code enterprise}
     * @param sent what was typed
     */
    public String show(String doing, String address, @Nullable String sent, Scope scope, Model model) {
        String cleaned = sent == null ? "" : sent.replace("\0", "").strip();
        String fragment = cleaned.substring(0, Math.min(LONGEST_FRAGMENT, cleaned.length()));
        model.addAttribute("doing", doing);
        model.addAttribute("address", address);
        model.addAttribute("q", fragment);
        model.addAttribute("units", find(fragment, scope));
        return "register/find";
    }

    private List<Found> find(String fragment, Scope scope) {
        if (fragment.isEmpty() || scope.officePath() == null) {
            return List.of();
        }
        return jdbc.sql("""
                        select id, name, credit_code, address from enterprise
                        where (name ilike :like or credit_code ilike :like or address ilike :like)
                          and (office_path like :scope or charge_path like :scope)
                        order by name, id limit :most
                        """)
                .param("like", LikePattern.containing(fragment))
                .param("scope", scope.officePath() + "%")
                .param("most", MOST)
                .query(Found.class)
                .list();
    }
}
