package gassafety.enforcement;

import gassafety.web.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision takes and orders.
 *
 * @param fine in yuan
 * @param gains illegal gains confiscated, in yuan
 * @param correction whether the unit is ordered to correct (责令改正)
 * @param correctionDue the last day for it; null means at once
 * @param facts what was found to be so
 * @param basis the provisions violated and applied
 */
public record Ruling(
        BigDecimal fine,
        BigDecimal gains,
        List<ConfiscatedGoods> goods,
        boolean correction,
        @Nullable LocalDate correctionDue,
        Closedown closedown,
        String facts,
        String basis) {

    /** Highest amount that can be entered, in yuan: [D] beyond it a slip of the hand is more likely than a decision. */
    public static final BigDecimal MOST = new BigDecimal("100000000");

    static final int LONGEST_TEXT = 4_000;
    static final int MOST_GOODS = 50;
    /** Fine and gains from which a decision is reviewed in law. [D] */
    static final BigDecimal REVIEWED_FROM = new BigDecimal("100000");

    /** @throws Refusal when an amount is out of range, a text is missing or too long, or nothing is decided */
    public Ruling {
        goods = List.copyOf(goods);
        facts = text("facts", "违法事实", facts);
        basis = text("basis", "处罚依据", basis);
        amount("fine", "罚款", fine);
        amount("gains", "没收违法所得", gains);
        if (goods.size() > MOST_GOODS) {
            throw new Refusal("goods", "没收清单不能超过 " + MOST_GOODS + " 行。");
        }
        if (correctionDue != null && !correction) {
            throw new Refusal("correctionDue", "没有勾选责令改正，不能填写改正期限。");
        }
        if (fine.signum() == 0
                && gains.signum() == 0
                && goods.isEmpty()
                && !correction
                && closedown == Closedown.NONE) {
            throw new Refusal("fine", "请至少填写一项决定内容：罚款、没收、责令改正或停产停业。");
        }
    }

    /** Whether the law wants another to review it before it is decided: 停产停业, 取缔, or a large amount. */
    public boolean isReviewed() {
        return closedown != Closedown.NONE || fine.add(gains).compareTo(REVIEWED_FROM) >= 0;
    }

    private static String text(String field, String name, String text) {
        if (text.isBlank()) {
            throw new Refusal(field, "请填写" + name + "。");
        }
        if (text.strip().length() > LONGEST_TEXT) {
            throw new Refusal(field, name + "不能超过 " + LONGEST_TEXT + " 个字。");
        }
        return text.strip();
    }

    /** @throws Refusal when it is out of range */
    static BigDecimal amount(String field, String name, BigDecimal yuan) {
        if (yuan.signum() < 0
                || yuan.compareTo(MOST) > 0
                || yuan.stripTrailingZeros().scale() > 2) {
            throw new Refusal(field, name + "须在 0 到 1 亿元之间，最多两位小数。");
        }
        return yuan;
    }
}
