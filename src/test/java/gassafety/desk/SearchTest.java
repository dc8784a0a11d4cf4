package gassafety.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.enforcement.CaseDraft;
import gassafety.enforcement.CaseWork;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.register.EnterpriseRole;
import gassafety.register.Unit;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class SearchTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    World world;

    @Autowired
    CaseWork cases;

    @Test
    void aFragmentFindsUnitsCertificatesAndCasesWithinTheScope() throws Exception {
        World.Bureau bureau = world.bureau();
        Unit station = world.licensedStation(bureau);
        cases.draft(
                bureau.inspector(),
                UUID.randomUUID().toString(),
                station.id(),
                new CaseDraft("涉嫌超期充装", "事实", "条款", Set.of(), null));
        assertThat(found(bureau.chief(), station.name())).containsExactly("监管对象 1", "案件 1");
        assertThat(found(bureau.chief(), "ts4399%03d".formatted(station.id() % 1_000)))
                .containsExactly("监管对象 1", "证件 1");
        assertThat(found(bureau.chief(), "超期充装")).containsExactly("案件 1");
        assertThat(found(world.bureau().chief(), station.name())).isEmpty();
    }

    @Test
    void anEnterpriseFindsItselfAndNoCases() throws Exception {
        World.Bureau bureau = world.bureau();
        Unit station = world.licensedStation(bureau);
        world.licensedStation(bureau);
        cases.draft(
                bureau.inspector(),
                UUID.randomUUID().toString(),
                station.id(),
                new CaseDraft("示例案由", "事实", "条款", Set.of(), null));
        Caller own = world.enterpriseUser(bureau.fieldOffice(), station.id());
        assertThat(found(own, "示例")).containsExactly("监管对象 1");
        assertThat(found(own, "TS4399")).containsExactly("监管对象 1", "证件 1");
    }

    @Test
    void moreThanTenLeadToTheList() throws Exception {
        World.Bureau bureau = world.bureau();
        for (int unit = 0; unit < 11; unit++) {
            world.unit(bureau, EnterpriseRole.APPLIANCE_SELLER);
        }
        Document page = page(search(bureau.chief(), "示例"));
        assertThat(page.select("section li")).hasSize(10);
        String list = page.selectFirst("section .card-t a").attr("href");
        Document all = page(web.get()
                .uri(java.net.URI.create(list))
                .with(user(bureau.chief().username()))
                .exchange());
        assertThat(all.selectFirst("[data-total]").attr("data-total")).isEqualTo("11");
    }

    @Test
    void whoReadsNoBusinessRecordSearchesNothing() throws Exception {
        World.Bureau bureau = world.bureau();
        for (Role role : List.of(Role.ADMINISTRATOR, Role.AUDITOR)) {
            Caller custodian = world.hire(bureau.city(), role);
            assertThat(search(custodian, "示例")).hasStatus(403);
            assertThat(page(web.get().uri("/").with(user(custodian.username())).exchange())
                            .select("form.find"))
                    .isEmpty();
        }
    }

    private List<String> found(Caller by, String fragment) throws Exception {
        return page(search(by, fragment)).select("section h2").eachText();
    }

    private MvcTestResult search(Caller by, String fragment) {
        return web.get()
                .uri("/search")
                .param("q", fragment)
                .with(user(by.username()))
                .exchange();
    }

    private static Document page(MvcTestResult answer) throws UnsupportedEncodingException {
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
