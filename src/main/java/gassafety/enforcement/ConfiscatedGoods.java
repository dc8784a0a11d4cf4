package gassafety.enforcement;

import gassafety.web.Refusal;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;

/** One line of the list of confiscated goods. */
@Embeddable
public class ConfiscatedGoods {

    static final int LONGEST_PRODUCT = 100;
    static final BigDecimal MOST = new BigDecimal("1000000");

    private String product;
    private BigDecimal quantity;

    @Enumerated(EnumType.STRING)
    private GoodsUnit unit;

    @SuppressWarnings("NullAway.Init")
    protected ConfiscatedGoods() {}

    /**
     * @param quantity above 0 and at most 1,000,000; whole pieces, or kilograms to 0.01
     * @throws Refusal otherwise
     */
    public ConfiscatedGoods(String product, BigDecimal quantity, GoodsUnit unit) {
        if (product.isBlank() || product.strip().length() > LONGEST_PRODUCT) {
            throw new Refusal("goods", "请填写没收产品的名称，不超过 " + LONGEST_PRODUCT + " 个字。");
        }
        int decimals = unit.isPieces() ? 0 : 2;
        if (quantity.signum() <= 0
                || quantity.compareTo(MOST) > 0
                || quantity.stripTrailingZeros().scale() > decimals) {
            throw new Refusal("goods", "没收数量须大于 0、不超过 100 万；按件计的填整数，按千克计的最多两位小数。");
        }
        this.product = product.strip();
        this.quantity = quantity;
        this.unit = unit;
    }

    public String getProduct() {
        return product;
    }

    public BigDecimal getQuantity() {
        return quantity;
    }

    public GoodsUnit getUnit() {
        return unit;
    }

    /** As documents list it: 钢瓶 12 只. */
    public String getText() {
        return product + " " + quantity.stripTrailingZeros().toPlainString() + " " + unit.getLabel();
    }
}
