package gassafety.campaign;

import gassafety.office.OfficeKind;
import gassafety.office.Offices;
import gassafety.web.FormField;
import gassafety.web.FormField.Option;
import gassafety.web.FormSheet;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.Typed;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The members of the task force. The key is their number, {@link #NEW} for somebody who is not in it yet. */
@Component
class MemberPart implements CampaignPart {

    static final long NEW = 0;

    private static final int NAME = 40;
    private static final int POST = 60;

    private final Campaigns campaigns;
    private final Offices offices;
    private final JdbcClient jdbc;

    MemberPart(Campaigns campaigns, Offices offices, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.offices = offices;
        this.jdbc = jdbc;
    }

    @Override
    public String word() {
        return "members";
    }

    @Override
    public FormSheet sheet() {
        List<Option> places = offices.below("/").stream()
                .filter(office -> office.getKind() != OfficeKind.FIELD_OFFICE)
                .map(office -> new Option(office.getCode(), office.getPlacedName()))
                .toList();
        return new FormSheet(List.of(new FormSheet.Group(
                "工作专班成员",
                List.of(
                        FormField.oneOf("duty", "担任", MemberDuty.values()).needed(),
                        FormField.oneOf("office", "单位", places).needed(),
                        FormField.text("name", "姓名", NAME).needed(),
                        FormField.text("post", "职务", POST),
                        FormField.text("phone", "办公电话", NAME),
                        FormField.day("from", "开始日").needed(),
                        FormField.day("to", "结束日").hint("还在任的不填")))));
    }

    @Override
    public Held held(CampaignInfo campaign, long key) {
        if (key == NEW) {
            return new Held("增加专班成员", sheet().fill(Map.of()).content());
        }
        CampaignMember member = campaigns.members(campaign).stream()
                .filter(one -> one.id() == key)
                .findFirst()
                .orElseThrow(NotFound::new);
        return new Held(
                "专班成员 " + member.name(),
                Map.of(
                        "duty",
                        member.duty().name(),
                        "office",
                        member.officeCode(),
                        "name",
                        member.name(),
                        "post",
                        member.post(),
                        "phone",
                        member.phone(),
                        "from",
                        member.fromDay().toString(),
                        "to",
                        member.toDay() == null ? "" : member.toDay().toString()));
    }

    @Override
    public void write(CampaignInfo campaign, long key, Typed typed) {
        LocalDate from = Objects.requireNonNull(typed.day("from"));
        LocalDate to = typed.day("to");
        if (to != null && to.isBefore(from)) {
            throw new Refusal("to", "结束日不能早于开始日 " + from + "。");
        }
        String sql = key == NEW ? """
                insert into campaign_member (campaign_id, duty, office_id, name, post, phone, from_day, to_day)
                select :campaign, :duty, id, :name, :post, :phone, :from, :to::date from office where code = :office
                """ : """
                update campaign_member set duty = :duty, name = :name, post = :post, phone = :phone, from_day = :from,
                    to_day = :to::date, office_id = (select id from office where code = :office)
                where campaign_id = :campaign and id = :id
                """;
        jdbc.sql(sql)
                .param("campaign", campaign.id())
                .param("id", key)
                .param("duty", typed.text("duty"))
                .param("office", typed.text("office"))
                .param("name", typed.text("name"))
                .param("post", typed.text("post"))
                .param("phone", typed.text("phone"))
                .param("from", from)
                .param("to", to, Types.DATE)
                .update();
    }
}
