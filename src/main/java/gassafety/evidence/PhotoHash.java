package gassafety.evidence;

/**
 * What a signature binds of a photo.
 *
 * @param sha256 of the original, in lower-case hex
 */
public record PhotoHash(int line, String sha256) {}
