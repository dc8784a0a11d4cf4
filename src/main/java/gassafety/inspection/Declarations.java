package gassafety.inspection;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What inspectors say about 回避, written beside their names at once: a declaration given with a signature must stand
 * before the inspection is complete. Whoever calls holds the lock of the inspection.
 */
@Component
class Declarations {

    private final JdbcClient jdbc;
    private final Today today;

    Declarations(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** What one inspector said; read from the rows, since the entity may be older than a declaration just made. */
    record Declaration(
            long account,
            @Nullable Instant declaredAt,
            @Nullable Instant withdrawnAt,
            @Nullable String reason) {}

    /** What the inspectors said, in their order. */
    List<Declaration> of(long inspectionId) {
        return jdbc.sql("select account_id, declared_at, withdrawn_at, withdrawal_reason from inspection_inspector"
                        + " where inspection_id = :id order by place")
                .param("id", inspectionId)
                .query((row, number) -> new Declaration(
                        row.getLong("account_id"),
                        instant(row.getObject("declared_at", OffsetDateTime.class)),
                        instant(row.getObject("withdrawn_at", OffsetDateTime.class)),
                        row.getString("withdrawal_reason")))
                .list();
    }

    /** Nothing speaks against this person's inspecting the unit; said once. */
    void declare(long inspectionId, Caller inspector) {
        jdbc.sql("update inspection_inspector set declared_at = :at"
                        + " where inspection_id = :id and account_id = :account and declared_at is null")
                .param("at", today.now().atOffset(ZoneOffset.UTC))
                .param("id", inspectionId)
                .param("account", inspector.accountId())
                .update();
    }

    /** 回避 */
    void withdraw(long inspectionId, Caller inspector, String reason) {
        jdbc.sql("update inspection_inspector set withdrawn_at = :at, withdrawal_reason = :reason"
                        + " where inspection_id = :id and account_id = :account")
                .param("at", today.now().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("id", inspectionId)
                .param("account", inspector.accountId())
                .update();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
