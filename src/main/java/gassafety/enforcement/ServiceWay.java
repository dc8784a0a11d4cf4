package gassafety.enforcement;

/** How a document was served. */
public enum ServiceWay {
    DIRECT("直接送达"),
    LEFT("留置送达"),
    MAIL("邮寄送达"),
    ELECTRONIC("电子送达"),
    ENTRUSTED("委托送达"),
    PUBLIC_NOTICE("公告送达");

    private final String label;

    ServiceWay(String label) {
        this.label = label;
    }

    public String getLabel() {
        return label;
    }
}
