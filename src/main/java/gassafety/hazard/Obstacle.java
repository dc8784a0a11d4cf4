package gassafety.hazard;

import gassafety.web.Forbidden;
import gassafety.web.Refusal;

/**
 * Why someone cannot do what the state of a hazard would allow.
 *
 * @param personal whether it is about who asks, and not about the hazard
 * @param missed whether this person would look for the button, so that the page says why it is not there
 */
record Obstacle(String sentence, boolean personal, boolean missed) {

    /** It belongs to other people's work. */
    static Obstacle notYours(String sentence) {
        return new Obstacle(sentence, true, false);
    }

    /** It is this person's kind of work, but not for this hazard. */
    static Obstacle notYou(String sentence) {
        return new Obstacle(sentence, true, true);
    }

    /** Something else has to happen first, or it is too late. */
    static Obstacle notNow(String sentence) {
        return new Obstacle(sentence, false, true);
    }

    boolean isOthersWork() {
        return personal && !missed;
    }

    RuntimeException exception() {
        return personal ? new Forbidden(sentence) : new Refusal(sentence);
    }
}
