package gassafety.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of file that are kept, each known by how its content begins. */
enum MediaType {
    JPEG("image/jpeg", false, 0, "\u00ff\u00d8\u00ff"),
    PNG("image/png", false, 0, "\u0089PNG\r\n\u001a\n"),
    PDF("application/pdf", false, 0, "%PDF-"),
    MP3("audio/mpeg", true, 0, "ID3"),
    MPEG_AUDIO("audio/mpeg", true, 0, "\u00ff\u00fb"),
    AMR("audio/amr", true, 0, "#!AMR"),
    WAV("audio/wav", true, 8, "WAVEfmt "),
    M4A("audio/mp4", true, 4, "ftypM4A"),
    MP4("video/mp4", true, 4, "ftypmp4"),
    ISO_VIDEO("video/mp4", true, 4, "ftypiso"),
    PHONE_VIDEO("video/mp4", true, 4, "ftyp3gp");

    private final String name;
    private final boolean recording;
    private final int at;
    private final byte[] beginning;

    MediaType(String name, boolean recording, int at, String beginning) {
        this.name = name;
        this.recording = recording;
        this.at = at;
        this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Optional<MediaType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
    }

    String mime() {
        return name;
    }

    boolean isRecording() {
        return recording;
    }

    private boolean begins(byte[] content) {
        int end = at + beginning.length;
        return content.length >= end && Arrays.equals(content, at, end, beginning, 0, beginning.length);
    }
}
