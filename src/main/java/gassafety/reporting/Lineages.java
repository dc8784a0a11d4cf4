package gassafety.reporting;

import gassafety.attachment.Attachments;
import gassafety.journal.SourceKind;
import gassafety.office.Office;
import gassafety.office.Offices;
import gassafety.reporting.Explanation.Miss;
import gassafety.reporting.Explanation.SharedSubject;
import gassafety.reporting.Lineage.ByHand;
import gassafety.reporting.Lineage.Entry;
import gassafety.reporting.Lineage.Overlap;
import gassafety.reporting.Lineage.Shared;
import gassafety.reporting.Lineage.Typed;
import gassafety.reporting.ReportedFigures.Reported;
import gassafety.web.Pages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a figure: the entries it is made of, those that don't count and why, and what offices below share. */
@Service
class Lineages {

    /** So many of the latest entries are found by their index; whoever pages further waits for a sort. */
    private static final int FEW = 1_000;

    private final JdbcClient jdbc;
    private final Statements statements;
    private final EntryNames names;
    private final Offices offices;
    private final Attachments attachments;
    private final ReportedFigures reported;
    private final Explanations explanations;
    private final TransactionTemplate snapshot;

    Lineages(
            JdbcClient jdbc,
            Statements statements,
            EntryNames names,
            Offices offices,
            Attachments attachments,
            ReportedFigures reported,
            Explanations explanations,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.names = names;
        this.offices = offices;
        this.attachments = attachments;
        this.reported = reported;
        this.explanations = explanations;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Opens a figure; what explains it is kept first, for the next who opens it.
     *
     * @param number page of the counted entries, from 1; beyond the last page the last one is given
     */
    public Lineage of(Line line, Cut cut, int number) {
        explanations.keep(line, cut);
        return Objects.requireNonNull(snapshot.execute(status -> read(line, cut, number)));
    }

    private Lineage read(Line line, Cut cut, int number) {
        Statement.Figure figure = statements.of(cut, line).figure(line);
        List<Reported> byFile = reported.of(cut).stream()
                .filter(one -> one.line() == line.number())
                .toList();
        Explanation explanation = explanations.of(line, cut);
        return new Lineage(
                figure,
                Line.plain(explanation.heads()),
                counted(line, cut, figure.entries(), number),
                sorted(explanation.missed()),
                misses(explanation),
                byHand(explanation),
                byFile,
                overlap(explanation, cut));
    }

    /** The most frequent reason first. */
    private static Map<String, Long> sorted(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(reason -> sorted.put(reason.getKey(), reason.getValue()));
        return sorted;
    }

    private Page<Entry> counted(Line line, Cut cut, long total, int number) {
        PageRequest page = Pages.request(number, total);
        long reach = page.getOffset() + page.getPageSize();
        boolean few = reach <= FEW && !line.isOfReadings();
        String matching = few ? Matching.ofLatest(line) : Matching.of(line);
        StatementSpec statement = Matching.bind(jdbc, Explanations.standing(matching) + """
                , page as (
                    select position from standing order by occurred_on desc, position desc limit :limit offset :offset
                )
                select journal_entry.*, '' as reason from page join journal_entry using (position)
                order by occurred_on desc, position desc
                """, cut)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset());
        if (few) {
            statement.param("reach", reach);
        }
        return new PageImpl<>(names.named(statement.query(EntryRow.MAPPER).list()), page, total);
    }

    private List<Entry> misses(Explanation explanation) {
        List<Miss> shown =
                explanation.misses().stream().limit(Explanation.SHOWN).toList();
        return entries(
                shown.stream().map(Miss::position).toList(),
                shown.stream().map(Miss::reason).toList());
    }

    private ByHand byHand(Explanation explanation) {
        List<Entry> entries = entries(
                explanation.latestTyped().stream().limit(Explanation.SHOWN).toList(), List.of());
        Map<Long, List<String>> files = attachments.names(
                SourceKind.OUTREACH,
                entries.stream().map(entry -> entry.source().id()).toList());
        return new ByHand(
                explanation.typed(),
                entries.stream()
                        .map(entry -> new Typed(
                                entry, files.getOrDefault(entry.source().id(), List.of())))
                        .toList());
    }

    private Overlap overlap(Explanation explanation, Cut cut) {
        if (explanation.shared() == 0) {
            return new Overlap(0, 0, List.of());
        }
        Map<String, String> parts = offices.below(cut.office().getPath()).stream()
                .collect(Collectors.toMap(office -> String.valueOf(office.getId()), Office::getShortName));
        parts.put("", "本级");
        List<SharedSubject> shown =
                explanation.latestShared().stream().limit(Explanation.SHOWN).toList();
        List<Entry> entries =
                entries(shown.stream().map(SharedSubject::position).toList(), List.of());
        return new Overlap(
                explanation.shared(),
                explanation.difference(),
                IntStream.range(0, shown.size())
                        .mapToObj(at -> new Shared(
                                Objects.requireNonNullElse(
                                        entries.get(at).about(), entries.get(at).title()),
                                entries.get(at).source(),
                                shown.get(at).offices().stream()
                                        .map(child -> parts.getOrDefault(child, child))
                                        .toList()))
                        .toList());
    }

    /** @param reasons one for each position; empty when there are none */
    private List<Entry> entries(List<Long> positions, List<String> reasons) {
        return names.named(jdbc.sql("""
                        select journal_entry.*, coalesce(reason, '') as reason
                        from unnest(:positions::bigint[], :reasons::text[]) with ordinality as wanted (position, reason, place)
                        join journal_entry using (position) order by place
                        """)
                .param("positions", positions.toArray(Long[]::new))
                .param("reasons", reasons.toArray(String[]::new))
                .query(EntryRow.MAPPER)
                .list());
    }
}
