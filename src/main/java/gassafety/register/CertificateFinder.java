package gassafety.register;

import gassafety.desk.Finder;
import gassafety.desk.RecordSlot.Row;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import gassafety.office.Scope;
import gassafety.web.LikePattern;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds licences, certificates of people and registrations of tanks by number, and leads to the unit that holds them. */
@Component
class CertificateFinder implements Finder {

    private static final int ORDER = 20;

    private static final String PAPERS = """
            select e.id, e.name, paper.number, paper.what, paper.valid_to, count(*) over () as total
            from (
                select enterprise_id, licence_number as number, '充装许可证' as what, licence_valid_to as valid_to
                from filling_station where lower(licence_number) like :fragment
                union all
                select enterprise_id, gas_licence_number, '燃气经营许可证', gas_licence_valid_to
                from filling_station where lower(gas_licence_number) like :fragment
                union all
                select enterprise_id, certificate_number, '人员证件 · ' || name, certificate_valid_to
                from person where lower(certificate_number) like :fragment and left_on is null
                union all
                select enterprise_id, registration_number, '储罐使用登记证', inspection_valid_to
                from tank where lower(registration_number) like :fragment and retired_on is null
            ) paper join enterprise e on e.id = paper.enterprise_id
            where case when cast(:own as bigint) is null
                then e.charge_path like :below or e.office_path like :below
                else e.id = :own end
            order by paper.number, e.id limit :most
            """;

    private final JdbcClient jdbc;

    CertificateFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ENTERPRISES;
    }

    private record Paper(long total, Row row) {}

    @Override
    public Group find(String fragment, Caller caller) {
        Scope scope = caller.scope();
        List<Paper> papers = jdbc.sql(PAPERS)
                .param("fragment", LikePattern.containing(fragment.toLowerCase(Locale.ROOT)))
                .param("own", scope.enterpriseId(), java.sql.Types.BIGINT)
                .param("below", scope.officePath() + "%")
                .param("most", MOST)
                .query((row, number) -> new Paper(
                        row.getLong("total"),
                        new Row(
                                row.getString("number"),
                                "/enterprises/" + row.getLong("id"),
                                row.getString("what") + " · " + row.getString("name"),
                                row.getString("valid_to") == null ? "" : "至 " + row.getString("valid_to"),
                                "")))
                .list();
        return new Group(
                ORDER,
                "证件",
                papers.isEmpty() ? 0 : papers.get(0).total(),
                UriComponentsBuilder.fromPath("/enterprises")
                        .queryParam("q", "{q}")
                        .encode()
                        .build(fragment)
                        .toString(),
                papers.stream().map(Paper::row).toList());
    }
}
