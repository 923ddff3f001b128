package dev.coalmine.bot.web;

import dev.coalmine.commands.hypotheses.FiguresOf;
import dev.coalmine.commands.hypotheses.Ledger;
import dev.coalmine.commands.reviews.TimelineExport;
import dev.coalmine.commands.workspace.Workspace;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The download by itself: storage, the export, a web server, and somebody who asks. */
final class Downloads {

    static final String TOKEN = "an-operators-token";

    private Downloads() {}

    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackages = "dev.coalmine.storage")
    @ComponentScan("dev.coalmine.storage")
    @Import({
        TimelineExport.class,
        Ledger.class,
        FiguresOf.class,
        Workspace.class,
        TimelineDownload.class,
        OperatorsToken.class
    })
    static class Served {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    static HttpResponse<String> get(int port, String path, @Nullable String authorization) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request(port, path, authorization), BodyHandlers.ofString());
        }
    }

    static InputStream stream(HttpClient client, int port, String path) throws Exception {
        return client.send(request(port, path, "Bearer " + TOKEN), BodyHandlers.ofInputStream())
                .body();
    }

    private static HttpRequest request(int port, String path, @Nullable String authorization) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }
}
