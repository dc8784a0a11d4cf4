package gassafety.register;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Those who work at a unit now; asked only for an enterprise that has been read within a scope. */
interface People extends Repository<Person, Long> {

    Person save(Person person);

    List<Person> findByEnterpriseIdAndLeftOnIsNullOrderById(long enterpriseId);

    Optional<Person> findByIdAndEnterpriseIdAndLeftOnIsNull(long id, long enterpriseId);
}
