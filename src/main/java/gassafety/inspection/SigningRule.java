package gassafety.inspection;

import java.util.List;

/** What must be in order before an inspection may be signed. */
interface SigningRule {

    /** Name by which explanations refer to it. */
    String name();

    /** What is not in order; empty when the rule is content. */
    List<Obstacle> obstacles(Dossier dossier);
}
