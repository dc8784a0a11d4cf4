package gassafety.desk;

import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Role;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What administrators and auditors, who read no business record, find on their desks. */
@Component
class CustodianPanel implements DeskPanel {

    private static final int ORDER = 10;

    @Override
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        List<DeskBlock> blocks = new ArrayList<>();
        if (caller.is(Role.ADMINISTRATOR)) {
            blocks.add(sentence("系统管理", "您是系统管理员，不查看业务记录。“专项行动”中可以维护日期、分工和专班成员，“我的”中可以修改自己的密码；账号和单位的管理功能尚未开放。"));
        }
        if (caller.is(Role.AUDITOR)) {
            blocks.add(sentence("审计", "您是审计管理员，只查看和导出审计日志。现在可以在“我的”中修改自己的密码；审计日志的查看功能尚未开放。"));
        }
        return blocks;
    }

    private static DeskBlock sentence(String title, String words) {
        return new DeskBlock(ORDER, title, null, words, null, List.of());
    }
}
