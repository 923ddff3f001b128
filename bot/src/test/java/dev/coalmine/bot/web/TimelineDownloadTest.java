package dev.coalmine.bot.web;

import static dev.coalmine.bot.web.Downloads.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.incidents.Declaration;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.NoticedBy;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.incidents.Stage;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = Downloads.Served.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:downloads;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
            "spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/{vendor}",
            "spring.jpa.open-in-view=false",
            "spring.quartz.auto-startup=false",
            "coalmine.api.token=" + TOKEN
        })
class TimelineDownloadTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Incidents incidents;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @CsvSource({"md, text/markdown, # Incident", "csv, text/csv, 'row,number'", "json, application/json, '{\"schema\"'"
    })
    void theHolderOfTheTokenGetsTheFile(String ending, String type, String begins) throws Exception {
        var number = declared("Checkout is down", Kind.INCIDENT);
        var answer = get("/incidents/%d/timeline.%s".formatted(number, ending), "Bearer " + TOKEN);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith(begins);
        assertThat(header(answer, "Content-Type")).startsWith(type);
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"inc-%d-checkout-is-down-timeline.%s\"".formatted(number, ending));
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void aPrivateIncidentIsServedToTheOperator() throws Exception {
        var number = declared("Keys on a pastebin", Kind.SECURITY);

        assertThat(get("/incidents/%d/timeline.md".formatted(number), "bearer " + TOKEN)
                        .body())
                .contains("security, private");
    }

    @Test
    void aBrowserShowsTheTokenAsAPassword() throws Exception {
        var number = declared("Checkout is down", Kind.INCIDENT);
        var credentials = Base64.getEncoder().encodeToString(("anybody:" + TOKEN).getBytes(UTF_8));

        assertThat(get("/incidents/%d/timeline.md".formatted(number), "Basic " + credentials)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoShowsNoTokenIsAskedForOne() throws Exception {
        var number = declared("Checkout is down", Kind.INCIDENT);
        var answer = get("/incidents/%d/timeline.md".formatted(number), null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer realm=\"coalmine\"");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer wrong",
                "Bearer ",
                "Bearer an-operators-toke",
                "Basic YWxpY2U6eA==",
                "Basic !",
                "an-operators-token"
            })
    void whoShowsAnythingElseIsNotLetIn(String authorization) throws Exception {
        var answer = get("/incidents/1/timeline.json", authorization);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate")).startsWith("Bearer realm");
    }

    @Test
    void whetherAnIncidentExistsIsToldOnlyToTheOperator() throws Exception {
        assertThat(get("/incidents/999999/timeline.md", "Bearer wrong").statusCode())
                .isEqualTo(401);
        assertThat(get("/incidents/999999/timeline.md", "Bearer " + TOKEN).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/incidents/1/timeline.exe",
                "/incidents/x/timeline.md",
                "/incidents/99999999999999999999/timeline.md",
                "/incidents/-1/timeline.md"
            })
    void whatIsNoTimelineIsNotFound(String path) throws Exception {
        assertThat(get(path, "Bearer " + TOKEN).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path, @Nullable String authorization) throws Exception {
        return Downloads.get(port, path, authorization);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private long declared(String title, Kind kind) {
        var declaration = new Declaration(
                title,
                Severity.SEV_2,
                Stage.TRIAGE,
                kind,
                false,
                null,
                NoticedBy.PERSON,
                "U0ALICE",
                null,
                null,
                TEN,
                TEN);
        return transaction.execute(_ -> incidents.declare(declaration)).number();
    }
}
