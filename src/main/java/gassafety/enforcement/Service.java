package gassafety.enforcement;

import gassafety.web.Refusal;
import java.time.LocalDate;

/**
 * How a document reached the unit.
 *
 * @param receiver who took it, with the title
 */
public record Service(LocalDate servedOn, ServiceWay way, String receiver) {

    static final int LONGEST_RECEIVER = 60;

    /** @throws Refusal when the receiver is missing or too long */
    public Service {
        receiver = receiver.strip();
        if (receiver.isEmpty() || receiver.length() > LONGEST_RECEIVER) {
            throw new Refusal("receiver", "请填写收件人，不超过 " + LONGEST_RECEIVER + " 个字。");
        }
    }

    /** @throws Refusal when it was served before it was issued, or later than today */
    public void between(LocalDate issued, LocalDate today) {
        if (servedOn.isBefore(issued)) {
            throw new Refusal("servedOn", "送达日期不能早于文书作出的日期 " + issued + "。");
        }
        if (servedOn.isAfter(today)) {
            throw new Refusal("servedOn", "送达日期不能晚于今天 " + today + "。");
        }
    }
}
