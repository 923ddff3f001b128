package dev.coalmine.bot.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The one URL that Slack posts to: {@code /slack/events}. A plain servlet, since it needs the body's raw bytes before
 * anything has looked at its parameters; Bolt sees only what is proved to come from Slack.
 */
@Configuration(proxyBeanMethods = false)
class SlackEndpoint {

    @Bean
    ServletRegistrationBean<HttpServlet> slackEvents(App app, SlackSettings settings, Clock clock) {
        return new ServletRegistrationBean<>(new Events(app, settings, clock), "/slack/events");
    }

    private static final class Events extends HttpServlet {

        private static final long serialVersionUID = 1L;
        private static final Logger log = LoggerFactory.getLogger(SlackEndpoint.class);

        // Slack states no limit; its largest payloads, views with 100 blocks, are some hundred kilobytes.
        private static final int LARGEST = 2_000_000;

        private final transient App app;
        private final transient SlackRequestParser parser;
        private final transient Signature signature;
        private final boolean open;

        Events(App app, SlackSettings settings, Clock clock) {
            this.app = app;
            this.parser = new SlackRequestParser(app.config());
            this.signature = new Signature(settings.signingSecrets(), clock);
            this.open = !settings.signingSecrets().isEmpty();
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            if (!open) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            var body = request.getInputStream().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            } else if (!signature.verifies(
                    request.getHeader("X-Slack-Request-Timestamp"), request.getHeader("X-Slack-Signature"), body)) {
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                answer(request, new String(body, StandardCharsets.UTF_8), response);
            }
        }

        private void answer(HttpServletRequest request, String body, HttpServletResponse response) throws IOException {
            var trimmed = body.stripLeading();
            if (trimmed.startsWith("{")
                    && trimmed.contains("\"app_rate_limited\"")
                    && !trimmed.contains("\"event_callback\"")) {
                log.warn("Slack delivers fewer events for a minute: too many came at once.");
                return;
            }
            try {
                write(app.run(parser.parse(parsed(request, body))), response);
            } catch (Exception e) {
                log.error("A request from Slack failed", e);
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        }

        private static SlackRequestParser.HttpRequest parsed(HttpServletRequest request, String body) {
            var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            Collections.list(request.getHeaderNames())
                    .forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
            return SlackRequestParser.HttpRequest.builder()
                    .requestUri(request.getRequestURI())
                    .queryString(Map.of())
                    .requestBody(body)
                    .headers(new RequestHeaders(headers))
                    .remoteAddress(request.getRemoteAddr())
                    .build();
        }

        private static void write(Response answer, HttpServletResponse response) throws IOException {
            response.setStatus(answer.getStatusCode());
            if (answer.getBody() != null && !answer.getBody().isEmpty()) {
                response.setContentType(answer.getContentType());
                response.getOutputStream().write(answer.getBody().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
