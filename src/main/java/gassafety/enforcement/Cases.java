package gassafety.enforcement;

import gassafety.office.ScopedRepository;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface Cases extends ScopedRepository<EnforcementCase> {

    /** The case that this person drafted with the form of this key. */
    @Query("select c.id from EnforcementCase c where c.draftKey = :key and c.draftedById = :account")
    Optional<Long> idDraftedWith(String key, long account);
}
