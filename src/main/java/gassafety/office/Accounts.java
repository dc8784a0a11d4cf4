package gassafety.office;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, Long> {

    Account save(Account account);

    @Query("select a from Account a join fetch a.office left join fetch a.roles where a.username = :username")
    Optional<Account> findByUsername(String username);

    @Query("select a from Account a join fetch a.office left join fetch a.roles where a.id = :id")
    Optional<Account> byId(long id);

    @Query("select a from Account a join fetch a.office o left join fetch a.roles"
            + " where o.path like concat(:path, '%') and a.enabled and :role member of a.roles order by o.path, a.id")
    List<Account> workingBelow(String path, Role role);

    long count();
}
