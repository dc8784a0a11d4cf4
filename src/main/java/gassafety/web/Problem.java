package gassafety.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An error page: what happened, what was kept, what to do next.
 *
 * @param status the HTTP answer
 * @param record address of the record that it is about; null when it is about none
 */
public record Problem(
        HttpStatus status,
        String title,
        String happened,
        String kept,
        String next,
        @Nullable String record) {

    private static final Pattern RECORD = Pattern.compile("^/[a-z0-9]+/[0-9]+");

    Problem(HttpStatus status, String title, String happened, String kept, String next) {
        this(status, title, happened, kept, next, null);
    }

    static Problem notFound() {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "没有找到",
                "这个地址没有内容，或者这条记录不在您的权限范围内。",
                "没有改动任何数据。",
                "请从工作台或列表重新打开；如果是别人发来的链接，请向发送人核实。");
    }

    static Problem forbidden(String happened) {
        return new Problem(HttpStatus.FORBIDDEN, "没有权限", happened, "没有改动任何数据。", "请由有这项职责的同事办理；岗位权限不对的，联系系统管理员调整。");
    }

    /** @param address to which the form was sent: a record's own or one below it */
    static Problem stale(String happened, String address) {
        Matcher record = RECORD.matcher(address);
        return new Problem(
                HttpStatus.CONFLICT,
                "记录已被更新",
                happened,
                "您这次提交的内容没有写入，之前保存的内容都在。",
                "请打开这条记录，核对最新情况；还需要办理的，重新提交。",
                record.find() ? record.group() : null);
    }

    /** @param sent whether something was sent to be written, not only a page opened */
    static Problem notNow(NotNow notNow, boolean sent) {
        return new Problem(
                HttpStatus.CONFLICT,
                "现在不能办理",
                String.valueOf(notNow.getMessage()),
                sent ? "您这次提交的内容没有写入，之前保存的内容都在。" : "没有改动任何数据。",
                "现在的情况：" + notNow.next(),
                notNow.address());
    }

    static Problem refused(String happened) {
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "未能提交", happened, "没有改动任何数据。", "请返回上一页，按提示修改后重新提交。");
    }

    static Problem wrongFilter(String happened) {
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "筛选条件不正确", happened, "没有改动任何数据。", "去掉这个条件可以继续查看，其他条件不变。");
    }

    static Problem malformed(HttpStatus status) {
        return new Problem(status, "请求不正确", "这个请求的格式或方式不对，系统没有处理。", "没有改动任何数据。", "请返回上一页重新操作。");
    }

    /** The token that shows that a form came from a page of ours is missing or too old. */
    static Problem expired() {
        return new Problem(
                HttpStatus.FORBIDDEN, "页面已过期", "这个页面打开太久，或者中间重新登录过，系统不能确认提交来自您本人。", "没有改动任何数据。", "请重新打开要办理的页面，再提交一次。");
    }

    static Problem tooLarge() {
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "提交的内容太大",
                "每个文件不超过 20 MB，一次提交的文件合计不超过 100 MB，文字合计不超过 300 万字。",
                "这次提交的内容没有写入，之前保存的内容都在。",
                "请返回上一页，分几次上传或压缩照片后再提交；浏览器一般还保留着您填写的文字。");
    }

    static Problem unexpected() {
        return new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "系统出现故障",
                "处理这次请求时出了意外，已记入运行日志。",
                "页面提示过“已保存”的内容都在；这次提交没有写入。",
                "请稍后重试；如果再次出现，请把时间和操作告诉系统管理员。");
    }
}
