package gassafety.office;

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

    /** The record, locked against other writers until the transaction ends. */
    Optional<T> lock(long id, Scope scope);

    /**
     * One page of the records that the filter leaves.
     *
     * @param number page from 1; beyond the last page the last one is given, below the first the first
     */
    Page<T> page(Specification<T> filter, Scope scope, int number, int size, Sort sort);

    long count(Specification<T> filter, Scope scope);

    /** Every record that the filter leaves, read in portions and forgotten, so that an export needs little memory. */
    void each(Specification<T> filter, Scope scope, Sort sort, Consumer<T> action);
}
