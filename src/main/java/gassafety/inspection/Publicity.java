package gassafety.inspection;

/**
 * 现场普法 during a visit.
 *
 * @param version from 1; 0 when nothing was said yet
 * @param leaflets how many were handed out
 * @param materials which ones
 */
record Publicity(int version, boolean held, int leaflets, String materials, String savedByName, String savedText) {

    static final Publicity NONE = new Publicity(0, false, 0, "", "", "");

    /** 已开展，发放宣传材料 20 份：《…》. */
    public String text() {
        if (!held) {
            return version == 0 ? "" : "未开展";
        }
        return "已开展" + (leaflets == 0 ? "" : "，发放宣传材料 " + leaflets + " 份")
                + (materials.isEmpty() ? "" : "：" + materials);
    }
}
