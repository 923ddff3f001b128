package dev.coalmine.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = Downloads.Served.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:closed;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
            "spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/{vendor}",
            "spring.quartz.auto-startup=false",
            "coalmine.api.token= "
        })
class NoTokenTest {

    @LocalServerPort
    int port;

    @Test
    void withoutATokenInTheSettingsTheDownloadDoesNotExist() throws Exception {
        var nothing = Downloads.get(port, "/nothing/here", null);
        var download = Downloads.get(port, "/incidents/1/timeline.md", "Bearer ");

        assertThat(download.statusCode()).isEqualTo(404).isEqualTo(nothing.statusCode());
        assertThat(masked(download.body())).isEqualTo(masked(nothing.body()));
        assertThat(download.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void aTokenIsNotSaidAloud() {
        assertThat(new ApiSettings("secret").toString()).doesNotContain("secret");
        assertThat(new ApiSettings(null).secret()).isEmpty();
    }

    private static String masked(String body) {
        return body.replaceAll("\"timestamp\":\"[^\"]*\"", "").replaceAll("\"path\":\"[^\"]*\"", "");
    }
}
