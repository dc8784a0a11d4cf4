package gassafety.clearing;

import gassafety.campaign.CampaignInfo;
import gassafety.campaign.Phase;
import gassafety.hazard.HazardLevel;
import gassafety.office.Office;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which hazards the board counts.
 *
 * @param office whose hazards and those of the offices below it
 * @param phase in which they were found; null for all
 * @param level null for all
 */
record Choice(
        CampaignInfo campaign,
        Office office,
        @Nullable Phase phase,
        @Nullable HazardLevel level) {

    @Nullable
    LocalDate from() {
        return phase == null ? null : phase.from();
    }

    @Nullable
    LocalDate to() {
        return phase == null ? null : phase.to();
    }

    /** Parameters that keep this choice on the board. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("office", office.getCode());
        if (phase != null) {
            parameters.put("phase", String.valueOf(phase.number()));
        }
        if (level != null) {
            parameters.put("level", level.name());
        }
        return parameters;
    }

    /** Filters that make the ledger list what this choice counts. */
    Map<String, String> ledger() {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("office", office.getCode());
        if (phase != null) {
            filters.put("from", phase.from().toString());
            filters.put("by", phase.to().toString());
        }
        if (level != null) {
            filters.put("level", level.name());
        }
        return filters;
    }

    static String address(String path, Map<String, String> parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> address.queryParam(name, value));
        return address.build().toUriString();
    }
}
