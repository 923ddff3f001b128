package dev.coalmine.bot.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What a sender of alerts is told: one line of JSON.
 *
 * @param again whether it should send again in a few seconds
 */
record HookAnswer(int status, String body, boolean again) {

    static final HookAnswer ACCEPTED = new HookAnswer(202, "{\"ok\":true}\n", false);

    private static final String RETRY_SECONDS = "5";

    static HookAnswer refusal(int status, String reason) {
        return new HookAnswer(status, words(reason), false);
    }

    static HookAnswer later(String reason) {
        return new HookAnswer(503, words(reason), true);
    }

    void write(HttpServletResponse response) throws IOException {
        var bytes = body.getBytes(UTF_8);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            // SNS shows the password of its address only when asked for it.
            response.setHeader("WWW-Authenticate", "Basic realm=\"coalmine\"");
        }
        if (again) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        response.getOutputStream().write(bytes);
    }

    private static String words(String reason) {
        return Json.object().put("ok", false).put("error", reason) + "\n";
    }
}
