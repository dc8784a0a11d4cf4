package gassafety.enforcement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ruling as it was proposed; one that was returned stays, and the next proposal is another. */
@Entity
class Decision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long proposedById;
    private String proposedByName;
    private LocalDate proposedOn;
    private BigDecimal fine;
    private BigDecimal gains;
    private boolean correction;
    private @Nullable LocalDate correctionDue;

    @Enumerated(EnumType.STRING)
    private Closedown closedown;

    private String facts;
    private String basis;

    @ElementCollection
    @CollectionTable(name = "decision_goods", joinColumns = @JoinColumn(name = "decision_id"))
    @OrderColumn(name = "place")
    private List<ConfiscatedGoods> goods = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Decision() {}

    @SuppressWarnings("NullAway.Init")
    Decision(Turn turn, Ruling ruling, LocalDate proposedOn) {
        this.proposedById = turn.by().accountId();
        this.proposedByName = turn.by().name();
        this.proposedOn = proposedOn;
        this.fine = ruling.fine();
        this.gains = ruling.gains();
        this.correction = ruling.correction();
        this.correctionDue = ruling.correctionDue();
        this.closedown = ruling.closedown();
        this.facts = ruling.facts();
        this.basis = ruling.basis();
        this.goods.addAll(ruling.goods());
    }

    boolean isProposedBy(long account) {
        return proposedById == account;
    }

    String getProposedByName() {
        return proposedByName;
    }

    /** Fine and gains, in yuan. */
    BigDecimal penalty() {
        return fine.add(gains);
    }

    Ruling ruling() {
        return new Ruling(fine, gains, goods, correction, correctionDue, closedown, facts, basis);
    }
}
