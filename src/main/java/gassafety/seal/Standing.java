package gassafety.seal;

import java.util.EnumSet;

/** How a part of a signed record stands, compared with its seal. */
enum Standing {
    UNCHANGED("与签字时一致", "done"),
    BEFORE_SEALS("签封启用前的记录", ""),
    CHANGED("内容在签字后被改动", "late"),
    FILES_CHANGED("照片或文件原件在签字后被改动", "late"),
    GONE("签封还在，记录已不在或已不是签字状态", "late"),
    SEAL_CHANGED("签封本身被改动，不能作证", "late"),
    KEY_UNKNOWN("签封所用的密钥不在密钥文件中，不能作证", "late"),
    UNSEALED("已签字，但没有签封", "late");

    private final String label;
    private final String tone;

    Standing(String label, String tone) {
        this.label = label;
        this.tone = tone;
    }

    boolean isInOrder() {
        return EnumSet.of(UNCHANGED, BEFORE_SEALS).contains(this);
    }

    /** Whether the stored content is proved to be what was signed. */
    boolean isProof() {
        return !EnumSet.of(SEAL_CHANGED, KEY_UNKNOWN, UNSEALED, BEFORE_SEALS).contains(this);
    }

    public String getLabel() {
        return label;
    }

    public String getTone() {
        return tone;
    }
}
