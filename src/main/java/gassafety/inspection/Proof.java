package gassafety.inspection;

/** A file that was looked at: the paper that the unit signed, or what shows that it refused or that nobody was there. */
record Proof(String name, byte[] bytes) {}
