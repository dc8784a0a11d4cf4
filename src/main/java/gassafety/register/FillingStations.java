package gassafety.register;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Asked only for an enterprise that has been read within a scope. */
interface FillingStations extends Repository<FillingStation, Long> {

    FillingStation save(FillingStation station);

    Optional<FillingStation> findByEnterpriseId(long enterpriseId);
}
