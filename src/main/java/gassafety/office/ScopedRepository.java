package gassafety.office;

import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** Records that carry a {@link Custody}: nothing is read but within a scope. */
@NoRepositoryBean
public interface ScopedRepository<T> extends Repository<T, Long> {

    T save(T record);

    Optional<T> find(long id, Scope scope);

    /** The record, which nobody can change until the transaction ends; any number may hold it so. */
    Optional<T> share(long id, Scope scope);

    /** The record, locked against other writers until the transaction ends. */
    Optional<T> lock(long id, Scope scope);

    /**
     * One page of the records that the filter leaves.
     *
     * @param number page from 1; beyond the last page the last one is given, below the first the first
     */
    Page<T> page(Specification<T> filter, Scope scope, int number, int size, Sort sort);

    /**
     * One page of the records that the filter leaves, when it is known how many they are: nothing is counted, and a page
     * near the end is read from the end.
     *
     * @param number page from 1; beyond the last page the last one is given, below the first the first
     */
    Page<T> page(Specification<T> filter, Scope scope, int number, int size, Sort sort, long total);

    long count(Specification<T> filter, Scope scope);

    /** Some attributes of at most so many of the records that the filter leaves, in no order. */
    List<Tuple> attributes(Specification<T> filter, Scope scope, int most, List<String> paths);

    /** Every record that the filter leaves, read in portions and forgotten, so that an export needs little memory. */
    void each(Specification<T> filter, Scope scope, Sort sort, Consumer<T> action);
}
