package gassafety.register;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of a unit's licences, certificates and tank inspections has ended or ends soon; asked about a unit read within a scope. */
@Service
public class UnitPapers {

    private final JdbcClient jdbc;

    UnitPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What had ended on that day or ends within 60 days after it, the earliest first; a missing filling licence too. */
    @Transactional(readOnly = true)
    public List<ExpiringPaper> expiring(long enterpriseId, LocalDate day) {
        return jdbc.sql("""
                        select * from (
                            select 'FILLING_LICENCE' as kind, '充装许可证 ' || licence_number as name,
                                licence_valid_to as valid_to
                            from filling_station where enterprise_id = :id and licence_number <> ''
                            union all
                            select 'GAS_LICENCE', '燃气经营许可证 ' || gas_licence_number, gas_licence_valid_to
                            from filling_station where enterprise_id = :id and gas_licence_number <> ''
                            union all
                            select case when certificate_kind = 'A' then 'SAFETY_CERTIFICATE'
                                    when certificate_kind = 'EXAMINATION' then 'EXAMINER_CERTIFICATE'
                                    when role = 'CHECKER' then 'CHECKER_CERTIFICATE' else 'FILLER_CERTIFICATE' end,
                                name || ' 的' || case certificate_kind when 'EXAMINATION' then '检验证'
                                    else certificate_kind || ' 证' end, certificate_valid_to
                            from person where enterprise_id = :id and left_on is null and certificate_number <> ''
                            union all
                            select 'TANK_INSPECTION', '储罐 ' || registration_number || ' 的定期检验', inspection_valid_to
                            from tank where enterprise_id = :id and retired_on is null) papers
                        where valid_to <= :until
                        union all
                        select 'FILLING_LICENCE', '档案中没有登记充装许可证', null
                        from enterprise_role where enterprise_id = :id and role = 'FILLING_STATION' and not exists (
                            select 1 from filling_station where enterprise_id = :id and licence_number <> '')
                        order by valid_to nulls first, name
                        """)
                .param("id", enterpriseId)
                .param("until", day.plusDays(Ending.DAYS))
                .query((row, number) -> {
                    LocalDate validTo = row.getObject("valid_to", LocalDate.class);
                    return new ExpiringPaper(
                            ExpiringPaper.Kind.valueOf(row.getString("kind")),
                            row.getString("name"),
                            validTo,
                            validTo == null || validTo.isBefore(day));
                })
                .list();
    }
}
