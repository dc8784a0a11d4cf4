package gassafety.register;

import gassafety.journal.LicenceState;
import gassafety.register.StationDetails.CylinderSize;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is on the books about the filling station that an enterprise runs. */
@Entity
class FillingStation {

    @Id
    private long enterpriseId;

    @Version
    private @Nullable Integer version;

    @Embedded
    private StationDetails.Licence licence;

    @Embedded
    private StationDetails.Equipment equipment;

    @Embedded
    private StationDetails.Papers papers;

    @Embedded
    private StationDetails.Traceability traceability;

    @ElementCollection
    @CollectionTable(name = "filling_address", joinColumns = @JoinColumn(name = "enterprise_id"))
    @OrderColumn(name = "position")
    @Column(name = "address")
    private List<String> fillingAddresses = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "own_cylinders", joinColumns = @JoinColumn(name = "enterprise_id"))
    @MapKeyColumn(name = "size")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "quantity")
    private Map<CylinderSize, Integer> ownCylinders = new EnumMap<>(CylinderSize.class);

    @SuppressWarnings("NullAway.Init")
    protected FillingStation() {}

    @SuppressWarnings("NullAway.Init")
    FillingStation(long enterpriseId, StationDetails details) {
        this.enterpriseId = enterpriseId;
        describe(details);
    }

    void describe(StationDetails details) {
        licence = details.licence();
        equipment = details.equipment();
        papers = details.papers();
        traceability = details.traceability();
        fillingAddresses.clear();
        fillingAddresses.addAll(details.fillingAddresses());
        ownCylinders.clear();
        ownCylinders.putAll(details.ownCylinders());
    }

    StationDetails details() {
        return new StationDetails(licence, equipment, papers, traceability, fillingAddresses, ownCylinders);
    }

    LicenceState licenceOn(LocalDate day) {
        return licence.on(day);
    }

    int getVersion() {
        return version == null ? 0 : version;
    }
}
