package gassafety.register;

import gassafety.office.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;

/** The units that the register's list shows under some filters, for rooms that do something with all of them. */
public final class UnitSelection {

    private final EnterpriseFilter filter;
    private final EnterpriseList list;
    private final Scope scope;
    private final @Nullable String officeName;

    UnitSelection(EnterpriseFilter filter, EnterpriseList list, Scope scope, @Nullable String officeName) {
        this.filter = filter;
        this.list = list;
        this.scope = scope;
        this.officeName = officeName;
    }

    /**
     * A unit of the list.
     *
     * @param chargePath path of the office in charge
     */
    public record Listed(long id, String name, String address, String chargeOfficeName, String chargePath) {

        static Listed of(EnterpriseLine line) {
            return new Listed(
                    line.getId(), line.getName(), line.getAddress(), line.getChargeOfficeName(), line.chargePath());
        }
    }

    public long total() {
        return list.count(filter, scope);
    }

    public Page<Listed> page(int number) {
        return list.page(filter, scope, number).map(Listed::of);
    }

    /** All of them, the newest on the books first; better counted before. */
    public List<Listed> all() {
        List<Listed> all = new ArrayList<>();
        list.each(filter, scope, line -> all.add(Listed.of(line)));
        return all;
    }

    public @Nullable EnterpriseRole role() {
        return filter.role();
    }

    /** Whether only units of credit risk C or D are among them. */
    public boolean isHighRisk() {
        return filter.risky();
    }

    /** The units that were chosen before, among those that the other filters leave; empty when none were. */
    public Set<Long> chosen() {
        return filter.chosen();
    }

    /** Address of the list of exactly these units, or of another page that takes the same filters. */
    public String address(String path) {
        return filter.address(path);
    }

    /** The filters as a person reads them: 气瓶充装单位，北岭县市场监督管理局，自 2023-09-01 未检查. */
    public String words() {
        List<String> words = new ArrayList<>();
        if (filter.role() != null) {
            words.add(filter.role().getLabel());
        }
        if (officeName != null) {
            words.add(officeName);
        }
        if (!filter.q().isEmpty()) {
            words.add("含“" + filter.q() + "”");
        }
        if (filter.status() != null) {
            words.add(filter.status().getLabel());
        }
        if (!filter.only().isEmpty()) {
            words.add("选定的单位");
        }
        if (filter.key()) {
            words.add("重点监管");
        }
        if (filter.risky()) {
            words.add("信用 C、D 级");
        }
        if (filter.ending() != null) {
            words.add(filter.ending().getLabel());
        }
        String by = filter.visits().by() == null ? "" : "至 " + filter.visits().by() + " ";
        if (filter.visits().missingSince() != null) {
            words.add("自 " + filter.visits().missingSince() + " " + by + "未检查");
        }
        if (filter.visits().madeSince() != null) {
            words.add("自 " + filter.visits().madeSince() + " " + by + "已检查");
        }
        if (filter.visits().silentSince() != null) {
            words.add("自 " + filter.visits().silentSince() + " 未自查");
        }
        return words.isEmpty() ? "全部监管对象" : String.join("，", words);
    }
}
