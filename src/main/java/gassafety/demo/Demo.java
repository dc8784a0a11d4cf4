package gassafety.demo;

import gassafety.calendar.Today;
import gassafety.deployment.Deployment;
import gassafety.office.Staffing;
import java.time.Duration;
import java.time.LocalDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills a new, empty database with the demonstration; a database that has accounts is left alone. */
@Component
@Order(100)
class Demo implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final LocalDateTime BEGINNING = LocalDateTime.of(2023, 8, 1, 9, 0);

    private final Deployment deployment;
    private final Staffing staffing;
    private final DemoOffices offices;
    private final Today today;
    private final TransactionTemplate transaction;

    Demo(Deployment deployment, Staffing staffing, DemoOffices offices, Today today, TransactionTemplate transaction) {
        this.deployment = deployment;
        this.staffing = staffing;
        this.offices = offices;
        this.today = today;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!deployment.demo() || !staffing.isUnstaffed()) {
            return;
        }
        long began = System.nanoTime();
        today.at(
                BEGINNING.atZone(Today.ZONE).toInstant(),
                () -> transaction.executeWithoutResult(made -> offices.found()));
        LOG.info(
                "演示数据已生成，用时 {} 秒 · demonstration data made",
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }
}
