package gassafety.enforcement;

import gassafety.web.Refusal;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One line of the list of goods to be confiscated; an empty line is none. */
class GoodsForm {

    private @Nullable String product;
    private @Nullable String quantity;
    private @Nullable String unit;

    boolean isEmpty() {
        return Typed.stripped(product).isEmpty() && Typed.stripped(quantity).isEmpty();
    }

    ConfiscatedGoods goods() {
        String digits = Typed.stripped(quantity);
        if (!digits.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) {
            throw new Refusal("goods", "请填写没收数量，例如 12。");
        }
        return new ConfiscatedGoods(
                Typed.stripped(product),
                new BigDecimal(digits),
                Typed.one("goods", GoodsUnit.class, unit, "请选择没收产品的单位。"));
    }

    public @Nullable String getProduct() {
        return product;
    }

    public void setProduct(@Nullable String product) {
        this.product = product;
    }

    public @Nullable String getQuantity() {
        return quantity;
    }

    public void setQuantity(@Nullable String quantity) {
        this.quantity = quantity;
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit;
    }
}
