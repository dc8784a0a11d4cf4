package gassafety.attachment;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of file that are kept, each known by how its content begins. */
enum MediaType {
    JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
    PNG("image/png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
    PDF("application/pdf", '%', 'P', 'D', 'F', '-');

    private final String name;
    private final int[] beginning;

    MediaType(String name, int... beginning) {
        this.name = name;
        this.beginning = beginning;
    }

    static Optional<String> of(byte[] content) {
        return Arrays.stream(values())
                .filter(type -> type.begins(content))
                .map(type -> type.name)
                .findFirst();
    }

    private boolean begins(byte[] content) {
        if (content.length < beginning.length) {
            return false;
        }
        for (int at = 0; at < beginning.length; at++) {
            if ((content[at] & 0xFF) != beginning[at]) {
                return false;
            }
        }
        return true;
    }
}
