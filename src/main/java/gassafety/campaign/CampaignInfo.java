package gassafety.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The campaign as the notice sets it.
 *
 * @param firstDay before it every figure is zero
 * @param phases in their order, without gaps
 */
public record CampaignInfo(
        long id, String code, String title, LocalDate firstDay, LocalDate lastDay, List<Phase> phases) {

    public CampaignInfo {
        phases = List.copyOf(phases);
    }

    /** The phase that a day belongs to; empty before and after the campaign. */
    public Optional<Phase> phaseOn(LocalDate day) {
        return phases.stream().filter(phase -> phase.includes(day)).findFirst();
    }

    CampaignInfo with(List<Phase> phases) {
        return new CampaignInfo(id, code, title, firstDay, lastDay, phases);
    }
}
