package gassafety.web;

/** A value that people choose from a list, under a word of theirs; implemented by enums. */
public interface Labelled {

    String name();

    String getLabel();
}
