package gassafety.hazard;

import gassafety.office.Caller;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Filters of the ledger that a person saved under a name; nobody else sees them. */
@Component
class SavedViews {

    private static final int MOST = 12;
    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_ADDRESS = 2_000;

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param address of the list with its filters */
    record SavedView(long id, String name, String address) {}

    @Transactional(readOnly = true)
    List<SavedView> of(Caller caller) {
        return jdbc.sql("select id, name, address from hazard_saved_view where account_id = :account order by id")
                .param("account", caller.accountId())
                .query(SavedView.class)
                .list();
    }

    /**
     * Saves a filter; one that has this name already is replaced.
     *
     * @throws Refusal when there is no name, or too many are saved
     */
    @Transactional
    void save(String name, String address, Caller caller) {
        int length = name.codePointCount(0, name.length());
        if (length == 0) {
            throw new Refusal("name", "请填写名称。");
        }
        if (length > LONGEST_NAME) {
            throw new Refusal("name", "名称不能超过 " + LONGEST_NAME + " 个字，现在有 " + length + " 个字。");
        }
        if (!address.startsWith("/hazards?") || address.length() > LONGEST_ADDRESS) {
            throw new Refusal("name", "请先筛选，再保存。");
        }
        List<SavedView> saved = of(caller);
        if (saved.size() >= MOST && saved.stream().noneMatch(view -> view.name().equals(name))) {
            throw new Refusal("name", "最多保存 " + MOST + " 个筛选，请先删去不用的。");
        }
        jdbc.sql("insert into hazard_saved_view (account_id, name, address) values (:account, :name, :address)"
                        + " on conflict (account_id, name) do update set address = excluded.address")
                .param("account", caller.accountId())
                .param("name", name)
                .param("address", address)
                .update();
    }

    @Transactional
    void remove(long id, Caller caller) {
        int removed = jdbc.sql("delete from hazard_saved_view where id = :id and account_id = :account")
                .param("id", id)
                .param("account", caller.accountId())
                .update();
        if (removed == 0) {
            throw new NotFound();
        }
    }
}
