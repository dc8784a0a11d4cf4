package gassafety.inspection;

import gassafety.register.ExpiringPaper;
import java.util.List;

/**
 * A sheet with everything beside its answers that signing asks for.
 *
 * @param earlier the problems that were known before
 * @param cylinders the 抽查明细
 * @param papers what of the unit's papers had ended on the day of the visit, or ends soon
 */
record Dossier(
        Sheet sheet, PhotosByItem photos, Earlier earlier, SpotCheckList cylinders, List<ExpiringPaper> papers) {}
