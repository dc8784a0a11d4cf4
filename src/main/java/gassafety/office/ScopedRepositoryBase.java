package gassafety.office;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;
import org.springframework.transaction.annotation.Transactional;

class ScopedRepositoryBase<T, ID> extends SimpleJpaRepository<T, ID> {

    private final EntityManager entities;

    ScopedRepositoryBase(JpaEntityInformation<T, ?> information, EntityManager entities) {
        super(information, entities);
        this.entities = entities;
    }

    @Transactional(readOnly = true)
    public Optional<T> find(long id, Scope scope) {
        return findOne(within(scope).and(hasId(id)));
    }

    @Transactional
    public Optional<T> lock(long id, Scope scope) {
        Optional<T> record = find(id, scope);
        record.ifPresent(found -> entities.refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return record;
    }

    @Transactional(readOnly = true)
    public Page<T> page(Specification<T> filter, Scope scope, int number, int size, Sort sort) {
        Specification<T> scoped = within(scope).and(filter);
        Page<T> page = findAll(scoped, PageRequest.of(Math.max(number, 1) - 1, size, sort));
        if (page.isEmpty() && page.getTotalElements() > 0) {
            return findAll(scoped, PageRequest.of(page.getTotalPages() - 1, size, sort));
        }
        return page;
    }

    @Transactional(readOnly = true)
    public long count(Specification<T> filter, Scope scope) {
        return count(within(scope).and(filter));
    }

    @Transactional(readOnly = true)
    public void each(Specification<T> filter, Scope scope, Sort sort, Consumer<T> action) {
        var builder = entities.getCriteriaBuilder();
        var query = builder.createQuery(getDomainClass());
        var root = query.from(getDomainClass());
        query.where(within(scope).and(filter).toPredicate(root, query, builder));
        query.orderBy(org.springframework.data.jpa.repository.query.QueryUtils.toOrders(sort, root, builder));
        try (Stream<T> rows = entities.createQuery(query)
                .setHint("org.hibernate.fetchSize", 500)
                .setHint("org.hibernate.readOnly", true)
                .getResultStream()) {
            rows.forEach(row -> {
                action.accept(row);
                entities.detach(row);
            });
        }
    }

    private Specification<T> within(Scope scope) {
        return (root, query, criteria) -> scope.predicate(root.get("custody"), criteria);
    }

    private Specification<T> hasId(long id) {
        return (root, query, criteria) -> criteria.equal(root.get("id"), id);
    }
}
