package gassafety.lookback;

import gassafety.hazard.HazardLevel;

/**
 * The closed hazards of one level at one office in charge.
 *
 * @param drawn the share of the candidates in whole hazards, rounded up, so that no stratum is left out
 */
record Stratum(HazardLevel level, String officeName, int percent, long candidates, long drawn) {}
