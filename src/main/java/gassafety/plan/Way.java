package gassafety.plan;

import gassafety.web.Labelled;

/** How the units of a plan were found. */
enum Way implements Labelled {
    CHOSEN("下面勾选的单位"),
    ALL("符合条件的全部单位"),
    DRAWN("从符合条件的单位中随机抽取");

    private final String label;

    Way(String label) {
        this.label = label;
    }

    @Override
    public String getLabel() {
        return label;
    }
}
