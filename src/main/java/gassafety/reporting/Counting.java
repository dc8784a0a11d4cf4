package gassafety.reporting;

/** How the entries of a clause add up, with the key (in SQL, over journal columns) that holds together what is one. */
enum Counting {
    /** Each entry is one. */
    ENTRIES("''", "每条计一次"),
    /** Quantities are added. */
    QUANTITY("''", "数量累加"),
    ENTERPRISES("enterprise_id::text", "同一单位只计一次"),
    SUBJECTS("subject", "同一对象只计一次"),
    OFFICES("office_id::text", "同一机关只计一次"),
    /** The last reading of each subject, even when an earlier one was higher; of what is handed in as files, of each office. */
    LATEST("case act when 'FIGURE_REPORTED' then office_id::text else subject end", "只取每项最近一次读数");

    private final String key;
    private final String label;

    Counting(String key, String label) {
        this.key = key;
        this.label = label;
    }

    String key() {
        return key;
    }

    String label() {
        return label;
    }

    /** Whether a subject that stands in two offices' figures stands in their parent's only once. */
    boolean isDistinct() {
        return this == ENTERPRISES || this == SUBJECTS || this == OFFICES;
    }
}
