package gassafety.inspection;

import gassafety.calendar.Today;
import gassafety.office.Caller;
import java.time.ZoneOffset;
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
}
