package gassafety.selfcheck;

import gassafety.office.ScopedRepository;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface SelfChecks extends ScopedRepository<SelfCheck> {

    /** The list that a unit has in hand. */
    @Query("select c.id from SelfCheck c where c.custody.enterpriseId = :unit and c.checklistCode = :list"
            + " and c.state <> gassafety.selfcheck.SelfCheckState.ACCEPTED")
    Optional<Long> inHand(long unit, String list);
}
