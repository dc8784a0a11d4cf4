package gassafety.office;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.query.QueryUtils;
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
    public Optional<T> share(long id, Scope scope) {
        return query(within(scope).and(hasId(id)), Sort.unsorted())
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultStream()
                .findFirst();
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
    public Page<T> page(Specification<T> filter, Scope scope, int number, int size, Sort sort, long total) {
        long last = Math.max(1, (total + size - 1) / size);
        PageRequest wanted = PageRequest.of((int) Math.min(Math.max(number, 1), last) - 1, size, sort);
        long before = wanted.getOffset();
        int rows = (int) Math.min(size, total - before);
        if (rows <= 0) {
            return new PageImpl<>(List.of(), wanted, total);
        }
        boolean fromEnd = before > total / 2;
        List<T> found = query(within(scope).and(filter), fromEnd ? reversed(sort) : sort)
                .setFirstResult((int) (fromEnd ? total - before - rows : before))
                .setMaxResults(rows)
                .getResultList();
        List<T> content = new ArrayList<>(found);
        if (fromEnd) {
            Collections.reverse(content);
        }
        return new PageImpl<>(content, wanted, total);
    }

    private static Sort reversed(Sort sort) {
        return Sort.by(sort.map(order -> order.with(order.isAscending() ? Sort.Direction.DESC : Sort.Direction.ASC))
                .toList());
    }

    @Transactional(readOnly = true)
    public List<Tuple> attributes(Specification<T> filter, Scope scope, int most, List<String> paths) {
        var builder = entities.getCriteriaBuilder();
        var query = builder.createTupleQuery();
        Root<T> root = query.from(getDomainClass());
        query.multiselect(paths.stream()
                .<Selection<?>>map(path -> attribute(root, path).alias(path))
                .toList());
        query.where(within(scope).and(filter).toPredicate(root, query, builder));
        return entities.createQuery(query).setMaxResults(most).getResultList();
    }

    private static Path<?> attribute(Path<?> record, String path) {
        Path<?> found = record;
        for (String name : path.split("[.]")) {
            found = found.get(name);
        }
        return found;
    }

    private TypedQuery<T> query(Specification<T> filter, Sort sort) {
        var builder = entities.getCriteriaBuilder();
        var query = builder.createQuery(getDomainClass());
        var root = query.from(getDomainClass());
        query.where(filter.toPredicate(root, query, builder));
        query.orderBy(QueryUtils.toOrders(sort, root, builder));
        return entities.createQuery(query);
    }

    @Transactional(readOnly = true)
    public long count(Specification<T> filter, Scope scope) {
        return count(within(scope).and(filter));
    }

    @Transactional(readOnly = true)
    public void each(Specification<T> filter, Scope scope, Sort sort, Consumer<T> action) {
        try (Stream<T> rows = query(within(scope).and(filter), sort)
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
