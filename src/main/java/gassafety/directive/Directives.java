package gassafety.directive;

import gassafety.office.ScopedRepository;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface Directives extends ScopedRepository<Directive> {

    /** The directive that this person drafted with the form of this key. */
    @Query("select d.id from Directive d where d.draftKey = :key and d.draftedById = :account")
    Optional<Long> idDraftedWith(String key, long account);
}
