package gassafety.deployment;

import java.util.Locale;

/** The machine this copy runs on, named as the archives of PostgreSQL's programs are. */
final class Machine {

    private static final String NAME = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);

    static final boolean WINDOWS = NAME.startsWith("windows");
    static final boolean LINUX = NAME.startsWith("linux");

    private Machine() {}

    static String system() {
        if (WINDOWS) {
            return "Windows";
        }
        return LINUX ? "Linux" : "Darwin";
    }

    static String processor() {
        String processor = System.getProperty("os.arch", "");
        return processor.equals("amd64") ? "x86_64" : processor;
    }
}
