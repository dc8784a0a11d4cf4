package gassafety.register;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Tanks in use; asked only for an enterprise that has been read within a scope. */
interface Tanks extends Repository<Tank, Long> {

    Tank save(Tank tank);

    List<Tank> findByEnterpriseIdAndRetiredOnIsNullOrderById(long enterpriseId);

    Optional<Tank> findByIdAndEnterpriseIdAndRetiredOnIsNull(long id, long enterpriseId);
}
