package gassafety.enforcement;

/** What confiscated goods are counted in. */
public enum GoodsUnit {
    ZHI("只"),
    JIAN("件"),
    TAI("台"),
    GEN("根"),
    GE("个"),
    TAO("套"),
    /** By weight: kept as a memo, not counted among the pieces of Annex 3. */
    KILOGRAM("千克");

    private final String label;

    GoodsUnit(String label) {
        this.label = label;
    }

    public String getLabel() {
        return label;
    }

    public boolean isPieces() {
        return this != KILOGRAM;
    }
}
