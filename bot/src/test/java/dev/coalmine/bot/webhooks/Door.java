package dev.coalmine.bot.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.ConfigurableApplicationContext;

/** Knocks at the door, as the sources would. */
record Door(int port, HttpClient http) {

    static Door of(ConfigurableApplicationContext application) {
        var port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new Door(port, HttpClient.newHttpClient());
    }

    HttpResponse<String> pagerduty(String body) {
        return pagerduty(body, sign(HookApplication.PAGERDUTY_SECRET, body));
    }

    HttpResponse<String> pagerduty(String body, String signature) {
        return send(
                "pagerduty", BodyPublishers.ofString(body), "X-PagerDuty-Signature", signature, "X-Webhook-Id", "w-1");
    }

    HttpResponse<String> alertmanager(String body) {
        return send(
                "alertmanager",
                BodyPublishers.ofString(body),
                "Authorization",
                "Bearer " + HookApplication.ALERTMANAGER_TOKEN);
    }

    HttpResponse<String> generic(String body, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + HookApplication.GENERIC_TOKEN;
        return send("generic", BodyPublishers.ofString(body), all);
    }

    HttpResponse<String> send(String source, BodyPublisher body, String... headers) {
        return send(HttpRequest.newBuilder(address(source)).headers(headers).POST(body));
    }

    HttpResponse<String> send(String method, String source) {
        return send(HttpRequest.newBuilder(address(source)).method(method, BodyPublishers.noBody()));
    }

    URI address(String source) {
        return URI.create("http://localhost:%d/hooks/%s".formatted(port, source));
    }

    static String sign(String secret, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException hurried) {
            throw new AssertionError(hurried);
        }
    }
}
