package gassafety;

import static org.assertj.core.api.Assertions.assertThat;

import gassafety.support.SystemProcess;
import gassafety.support.WebClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page called saved is there after the system was killed in the middle of an inspection. */
class CrashTest {

    private static final int ANSWERS_BEFORE_THE_CRASH = 30;

    @TempDir
    Path folder;

    @Test
    void everyAnswerCalledSavedSurvivesTheKillOfTheSystem() throws Exception {
        Path data = folder.resolve("data");
        TreeSet<Integer> saved = new TreeSet<>();
        String inspection;
        try (SystemProcess system = SystemProcess.start(data)) {
            WebClient phone = new WebClient(system.address()).logIn("inspector");
            inspection = begin(phone);
            for (int position = 1; position <= ANSWERS_BEFORE_THE_CRASH; position++) {
                HttpResponse<String> answer = phone.fetch(
                        inspection + "/answers/" + position,
                        Map.of("verdict", "COMPLIANT", "base", "0", "key", "crash-test-key-" + position));
                if (answer.statusCode() == 200 && answer.body().contains("已保存")) {
                    saved.add(position);
                }
            }
            system.kill();
        }
        assertThat(saved).hasSize(ANSWERS_BEFORE_THE_CRASH);
        try (SystemProcess system = SystemProcess.start(data)) {
            Document form = new WebClient(system.address()).logIn("inspector").get(inspection);
            List<Integer> answered = form.select("form.item[data-answered=true]").stream()
                    .map(card -> Integer.valueOf(card.id().substring(1)))
                    .toList();
            assertThat(answered).containsExactlyElementsOf(saved);
        }
    }

    /** Starts an inspection of the first station found; returns its address. */
    private static String begin(WebClient phone) throws Exception {
        Document found = phone.get("/inspections/new?q=%E5%85%85%E8%A3%85%E7%AB%99");
        String start = found.select("a[href*=enterprise=]").first().attr("href");
        Document form = phone.get(start);
        HttpResponse<String> begun = phone.post(
                "/inspections",
                Map.of(
                        "enterprise",
                        form.select("input[name=enterprise]").val(),
                        "key",
                        form.select("input[name=key]").val(),
                        "list",
                        "ANNEX2",
                        "day",
                        "2023-11-15",
                        "camera",
                        "",
                        "inspectors",
                        form.select("input[name=inspectors]").first().val()));
        return begun.uri().getPath();
    }
}
