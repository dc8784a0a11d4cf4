package gassafety.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What records are called, for those who may see acts that belong to them: 案号, 隐患编号, 文号. */
@Component
public class Titles {

    private final JdbcClient jdbc;
    private final List<TitleQuery> queries;

    Titles(JdbcClient jdbc, List<TitleQuery> queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    /** The titles, read with one query for each kind; a record without one has that of its kind. */
    @Transactional(readOnly = true)
    public Map<Source, String> of(Collection<Source> sources) {
        Map<Source, String> titles = new HashMap<>();
        sources.forEach(source -> titles.put(source, source.kind().getLabel()));
        for (TitleQuery query : queries) {
            Set<Long> ids = sources.stream()
                    .filter(source -> source.kind() == query.kind())
                    .map(Source::id)
                    .collect(Collectors.toSet());
            if (!ids.isEmpty()) {
                jdbc.sql(query.sql()).param("ids", ids).query(row -> {
                    titles.put(new Source(query.kind(), row.getLong("id")), row.getString("title"));
                });
            }
        }
        return titles;
    }
}
