package gassafety.directive;

import gassafety.office.ScopedRepository;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;

interface Directives extends ScopedRepository<Directive> {

    /** The directive that this person drafted with the form of this key. */
    @Query("select d.id from Directive d where d.draftKey = :key and d.draftedById = :account")
    Optional<Long> idDraftedWith(String key, long account);

    /** One of those that were served on this enterprise, which may read them since. */
    @Query(
            "select d from Directive d where d.id = :id and d.custody.enterpriseId = :enterprise and d.servedOn is not null")
    Optional<Directive> servedOn(long enterprise, long id);

    /** Those that were served on this enterprise, the latest first. */
    @Query(
            "select d from Directive d where d.custody.enterpriseId = :enterprise and d.servedOn is not null order by d.id desc")
    List<Directive> servedOn(long enterprise, Limit most);
}
