package gassafety.office;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;
import org.jspecify.annotations.Nullable;

/** A bureau, a department or section of one, or a 所/队; its path lists the ids from the root: {@code /1/4/12/}. */
@Entity
public class Office {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String code;
    private String name;
    private String shortName;
    private String initials;
    private String abbreviation;

    @Enumerated(EnumType.STRING)
    private OfficeKind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private @Nullable Office parent;

    @Generated(event = EventType.INSERT)
    @Column(insertable = false, updatable = false)
    private String path;

    @SuppressWarnings("NullAway.Init")
    protected Office() {}

    @SuppressWarnings("NullAway.Init")
    Office(
            String code,
            String name,
            String shortName,
            String initials,
            String abbreviation,
            OfficeKind kind,
            @Nullable Office parent) {
        this.code = code;
        this.name = name;
        this.shortName = shortName;
        this.initials = initials;
        this.abbreviation = abbreviation;
        this.kind = kind;
        this.parent = parent;
    }

    public long getId() {
        return id;
    }

    /** Stable name in addresses and settings: {@code beiling}. */
    public String getCode() {
        return code;
    }

    /** Full name as printed: 北岭县市场监督管理局. */
    public String getName() {
        return name;
    }

    /** Name in lists: 北岭县. */
    public String getShortName() {
        return shortName;
    }

    /** Letters that numbers of this bureau's records begin with: BL. */
    public String getInitials() {
        return initials;
    }

    /** What numbers of this bureau's official documents begin with: 北市监. */
    public String getAbbreviation() {
        return abbreviation;
    }

    public OfficeKind getKind() {
        return kind;
    }

    public @Nullable Office getParent() {
        return parent;
    }

    public String getPath() {
        return path;
    }

    /** Its short name with that of its bureau before it, unless it says so itself: 北岭县城关所. */
    public String getPlacedName() {
        String of = bureau().getShortName();
        return shortName.startsWith(of) ? shortName : of + shortName;
    }

    /** Whether nothing stands above it: the bureau that carries the campaign out. */
    public boolean isTop() {
        return parent == null;
    }

    /** Whether it is the 执法稽查科 of a bureau that stands at the top. */
    public boolean isEnforcementDepartment() {
        return kind == OfficeKind.SECTION && shortName.equals("执法稽查科") && parent != null && parent.isTop();
    }

    /** The bureau that this office is or belongs to: the office itself, or the nearest bureau above it. */
    public Office bureau() {
        Office office = this;
        while (!office.getKind().isBureau()) {
            Office above = office.getParent();
            if (above == null) {
                return office;
            }
            office = above;
        }
        return office;
    }
}
