package gassafety.evidence;

import gassafety.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What kind of picture a file is, by how it begins, whatever it is called; and why some kinds are not taken. */
enum PhotoKind {
    JPEG(0, "\u00ff\u00d8\u00ff", ""),
    PNG(0, "\u0089PNG\r\n\u001a\n", ""),
    HEIC(4, "ftyp", "是 HEIC/HEIF 格式，多数电脑打不开，不能作为证据保存。请在手机相机设置中改为“兼容性最佳”（JPEG）后重拍，或转换为 JPEG 再上传。"),
    WEBP(8, "WEBP", "是 WebP 格式，多为网页或聊天软件压缩过的图片，不是拍摄的原件。请上传相机拍摄的 JPEG 或 PNG 照片。"),
    GIF(0, "GIF8", "是 GIF 动图，不是拍摄的照片。请上传相机拍摄的 JPEG 或 PNG 照片。"),
    OTHER(0, "", "不是照片。请上传相机拍摄的 JPEG 或 PNG 照片。");

    private final int at;
    private final byte[] beginning;
    private final String whyNot;

    PhotoKind(int at, String beginning, String whyNot) {
        this.at = at;
        this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
        this.whyNot = whyNot;
    }

    /** @throws Refusal when it is of a kind that is not taken */
    static PhotoKind require(byte[] content, String name) {
        PhotoKind kind = Arrays.stream(values())
                .filter(each -> each.begins(content))
                .findFirst()
                .orElse(OTHER);
        if (!kind.whyNot.isEmpty()) {
            throw new Refusal("photo", "“" + name + "”" + kind.whyNot);
        }
        return kind;
    }

    private boolean begins(byte[] content) {
        int end = at + beginning.length;
        return content.length >= end && Arrays.equals(content, at, end, beginning, 0, beginning.length);
    }
}
