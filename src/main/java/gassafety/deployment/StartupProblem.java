package gassafety.deployment;

/** The system can't start, and whoever starts it can do something about it. */
public class StartupProblem extends RuntimeException {

    private final String chinese;
    private final String english;

    /**
     * @param chinese what is wrong and what to do
     * @param english the same
     */
    public StartupProblem(String chinese, String english) {
        super(english);
        this.chinese = chinese;
        this.english = english;
    }

    StartupProblem(String chinese, String english, Throwable cause) {
        this(chinese, english);
        initCause(cause);
    }

    String inBothLanguages() {
        return chinese + System.lineSeparator() + english;
    }
}
