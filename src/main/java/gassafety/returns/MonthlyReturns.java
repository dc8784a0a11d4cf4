package gassafety.returns;

import gassafety.office.ScopedRepository;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.Query;

interface MonthlyReturns extends ScopedRepository<MonthlyReturn> {

    @Query("select r.id from MonthlyReturn r where r.custody.officeId = :office and r.month = :month")
    Optional<Long> idOf(long office, LocalDate month);

    @Query("select r.month from MonthlyReturn r where r.custody.officeId = :office")
    Set<LocalDate> monthsOf(long office);
}
