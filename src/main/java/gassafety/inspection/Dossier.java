package gassafety.inspection;

/** A sheet with everything beside its answers that signing asks for. */
record Dossier(Sheet sheet, PhotosByItem photos) {}
