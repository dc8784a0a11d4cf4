package gassafety.office;

/** The one password of all demo accounts; shown on the login page, and of use nowhere else. */
public final class DemoPassword {

    public static final String VALUE = "Demo-2023-gas";

    private DemoPassword() {}
}
