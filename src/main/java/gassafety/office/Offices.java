package gassafety.office;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The office tree; every method returns offices with all their ancestors loaded. */
public interface Offices extends Repository<Office, Long> {

    Office save(Office office);

    /** The office with this path and every office above it, the root first. */
    @Query("select o from Office o where :path like concat(o.path, '%') order by length(o.path)")
    List<Office> lineage(String path);

    /** The office of this path prefix and every office below it, parents before children. */
    @Query("select o from Office o left join fetch o.parent where o.path like concat(:path, '%')"
            + " order by length(o.path), o.id")
    List<Office> below(String path);

    @Query("select o.path from Office o where o.code = :code")
    Optional<String> pathOf(String code);

    @Query("select o.path from Office o where o.id = :id")
    Optional<String> pathOf(long id);

    default Optional<Office> byCode(String code) {
        return pathOf(code).map(this::last);
    }

    default Optional<Office> byId(long id) {
        return pathOf(id).map(this::last);
    }

    private Office last(String path) {
        List<Office> lineage = lineage(path);
        return lineage.get(lineage.size() - 1);
    }
}
