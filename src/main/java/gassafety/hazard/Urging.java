package gassafety.hazard;

import gassafety.journal.Act;
import gassafety.office.Caller;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.Stale;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 催办: those who have to act are reminded, several hazards at once; where these stand stays as it is. */
@Service
class Urging {

    private final Hazards hazards;
    private final Acting acting;
    private final JdbcClient jdbc;

    Urging(Hazards hazards, Acting acting, JdbcClient jdbc) {
        this.hazards = hazards;
        this.acting = acting;
        this.jdbc = jdbc;
    }

    /** Those that were chosen, in the order of their numbers; {@link NotFound} when one is outside the scope. */
    @Transactional(readOnly = true)
    List<Hazard> require(Collection<Long> ids, Caller caller) {
        return ids.stream()
                .distinct()
                .sorted()
                .map(id -> hazards.find(id, caller.scope()).orElseThrow(NotFound::new))
                .toList();
    }

    /**
     * @param key of the form; the same form sent again is known by it
     * @param digest of all that was sent
     * @throws Refusal when one of them is over already
     * @throws Stale when this form was done before with other content
     */
    @Transactional
    void urge(Collection<Long> ids, String words, UUID key, String digest, Caller by) {
        if (!BulkActs.mayUrge(by)) {
            throw new Forbidden("催办由专班办公室和县局特设股办理。");
        }
        List<Hazard> chosen = require(ids, by);
        if (isFirst(key, chosen.get(0).getId(), digest)) {
            for (Hazard hazard : chosen) {
                if (!hazard.getState().isOpen()) {
                    throw new Refusal("隐患 " + hazard.getNumber() + " 已是“"
                            + hazard.getState().getLabel() + "”，不用催办，请取消勾选后再提交。");
                }
                acting.tell(Act.HAZARD_URGED, hazard, by, words);
            }
        }
    }

    private boolean isFirst(UUID key, long hazard, String digest) {
        int first = jdbc.sql("insert into hazard_submission (key, hazard_id, request_digest)"
                        + " values (:key, :id, :digest) on conflict do nothing")
                .param("key", key)
                .param("id", hazard)
                .param("digest", digest)
                .update();
        if (first == 1) {
            return true;
        }
        String earlier = jdbc.sql("select request_digest from hazard_submission where key = :key")
                .param("key", key)
                .query(String.class)
                .single();
        if (!earlier.equals(digest)) {
            throw new Stale("这个页面已经提交办理过；这次填写的内容与当时不同，没有再写入。");
        }
        return false;
    }
}
