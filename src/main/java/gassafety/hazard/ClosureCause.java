package gassafety.hazard;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The cause that the 所长 gave, for filters that ask for it. */
@Entity
@Immutable
@Table(name = "hazard_closure")
class ClosureCause {

    @Id
    private long id;

    private long hazardId;

    @Enumerated(EnumType.STRING)
    private @Nullable Cause cause;

    protected ClosureCause() {}
}
