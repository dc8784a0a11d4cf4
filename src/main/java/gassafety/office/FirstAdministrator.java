package gassafety.office;

import gassafety.deployment.Deployment;
import gassafety.deployment.StartupProblem;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets the first person into a new system without demonstration; does nothing once anybody has an account. */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Deployment deployment;
    private final Staffing staffing;
    private final String password;

    FirstAdministrator(
            Deployment deployment, Staffing staffing, @Value("${gassafety.admin-password:}") String password) {
        this.deployment = deployment;
        this.staffing = staffing;
        this.password = password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (deployment.demo() || !staffing.isUnstaffed()) {
            return;
        }
        if (password.isEmpty()) {
            LOG.warn(
                    "还没有任何账号：请设置 GASSAFETY_ADMIN_PASSWORD 后重新启动，以建立首个管理员 {}"
                            + " · nobody has an account yet: set GASSAFETY_ADMIN_PASSWORD and start again",
                    Staffing.FIRST);
            return;
        }
        refuseWeak();
        staffing.appointFirstAdministrator(password);
        LOG.info("已建立首个管理员 {}，首次登录须修改密码 · first administrator made", Staffing.FIRST);
    }

    private void refuseWeak() {
        List<PasswordRule> broken = PasswordPolicy.broken(password, Staffing.FIRST);
        if (!broken.isEmpty()) {
            throw new StartupProblem(
                    "GASSAFETY_ADMIN_PASSWORD 不符合密码要求："
                            + broken.stream().map(PasswordRule::sentence).collect(Collectors.joining("；")) + "。",
                    "GASSAFETY_ADMIN_PASSWORD is not good enough, it must be: "
                            + broken.stream().map(PasswordRule::english).collect(Collectors.joining("; ")) + ".");
        }
    }
}
