package gassafety.deployment;

import java.nio.file.Path;

/**
 * How this copy of the system runs.
 *
 * @param embedded whether it brought its own PostgreSQL
 * @param demo whether it shows fictional data, with demo accounts and the demo clock
 * @param data folder of everything kept outside the database
 */
public record Deployment(boolean embedded, boolean demo, Path data) {}
