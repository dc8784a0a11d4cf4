package gassafety.demo;

import gassafety.deployment.Deployment;
import gassafety.office.Staffing;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills a new, empty database with the demonstration before the first page is served; a database that has accounts is
 * left alone.
 */
@Component
class Demo implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private final Deployment deployment;
    private final Staffing staffing;
    private final DemoStory story;
    private final JdbcClient jdbc;

    Demo(Deployment deployment, Staffing staffing, DemoStory story, JdbcClient jdbc) {
        this.deployment = deployment;
        this.staffing = staffing;
        this.story = story;
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!deployment.demo()) {
            return;
        }
        if (!staffing.isUnstaffed()) {
            tellWhatIsThere();
            return;
        }
        long began = System.nanoTime();
        story.tell();
        jdbc.sql("insert into demonstration default values").update();
        LOG.info(
                "演示数据已生成，用时 {} 秒 · demonstration data made",
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    private void tellWhatIsThere() {
        boolean complete = jdbc.sql("select exists (select 1 from demonstration)")
                .query(Boolean.class)
                .single();
        if (complete) {
            LOG.info("沿用已有演示数据；要重新开始，请停止程序后删除数据文件夹 {} · existing data kept", deployment.data());
        } else {
            LOG.warn(
                    "演示数据没有生成完整（上次首次启动被中断）；请停止程序，删除数据文件夹 {} 后重新启动"
                            + " · the demonstration is incomplete, delete the data folder and start again",
                    deployment.data());
        }
    }
}
