package dev.coalmine.bot.fuzz;

import dev.coalmine.bot.BotApplication;
import dev.coalmine.commands.pages.Intake;
import dev.coalmine.storage.pages.AlertLog;
import jakarta.servlet.Servlet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The whole bot in this process, on a database in memory, with Slack away. Its doors are called without a socket between. */
final class FuzzedBot {

    static final String SLACK_SECRET = "fuzz-signing-secret";
    static final String OLD_SLACK_SECRET = "fuzz-signing-secret-before";
    static final String PAGERDUTY_SECRET = "fuzz-pagerduty-secret";
    static final String TOKEN = "fuzz-token";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> WRITTEN = List.of(
            "incident",
            "role_assignment",
            "timeline_end",
            "timeline_entry",
            "outbox",
            "posted",
            "page",
            "alert_tally",
            "seen_event",
            "signal",
            "launch_minute",
            "change",
            "change_told",
            "coincidence",
            "hypothesis",
            "hypothesis_lead",
            "hypothesis_prediction",
            "hypothesis_test",
            "evidence",
            "evidence_rating",
            "remedy_plan",
            "symptoms",
            "prompt",
            "prompting",
            "talk",
            "qrtz_simple_triggers",
            "qrtz_triggers",
            "qrtz_job_details");

    private static Optional<FuzzedBot> shared = Optional.empty();

    private final ConfigurableApplicationContext application;
    private final Map<String, Servlet> servlets;

    private FuzzedBot(ConfigurableApplicationContext application) {
        this.application = application;
        this.servlets = application.getBeansOfType(ServletRegistrationBean.class).values().stream()
                .flatMap(bean -> ((ServletRegistrationBean<?>) bean)
                        .getUrlMappings().stream().map(url -> Map.entry(url, (Servlet) bean.getServlet())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** One for all that is thrown at it; it ends with the tests. */
    static synchronized FuzzedBot shared() {
        var bot = shared.orElseGet(() -> new FuzzedBot(start()));
        shared = Optional.of(bot);
        return bot;
    }

    <T> T part(Class<T> type) {
        return application.getBean(type);
    }

    <T> List<T> parts(Class<T> type) {
        return List.copyOf(application.getBeansOfType(type).values());
    }

    JdbcClient database() {
        return part(JdbcClient.class);
    }

    /** Returns when every alert that was taken has been read. */
    void awaitRead() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (part(AlertLog.class).backlog(Intake.READER).rows() > 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The alert log is not read.");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Empties the tables that people and alerts write into. */
    void forget() {
        database().sql("set referential_integrity false").update();
        WRITTEN.forEach(table -> database()
                .sql("truncate table %s restart identity".formatted(table))
                .update());
        database().sql("set referential_integrity true").update();
    }

    /** A request to {@code /hooks/<source>}; the status of the answer. */
    int hook(String source, Map<String, String> headers, byte[] body) throws Exception {
        var request = request("/hooks/" + source, headers, body);
        request.setServletPath("/hooks");
        request.setPathInfo("/" + source);
        return status("/hooks/*", request);
    }

    /** A request to {@code /hooks/heartbeat/<token>}; the status of the answer. */
    int beat(String method, String token) throws Exception {
        var request = new MockHttpServletRequest(method, "/hooks/heartbeat/" + token);
        var response = new MockHttpServletResponse();
        application
                .getBean("doorForBeats", FilterRegistrationBean.class)
                .getFilter()
                .doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    /** A request to {@code /slack/events}; the status of the answer. */
    int slack(Map<String, String> headers, byte[] body) throws Exception {
        return status("/slack/events", request("/slack/events", headers, body));
    }

    private int status(String door, MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        servlets.get(door).service(request, response);
        return response.getStatus();
    }

    private static MockHttpServletRequest request(String path, Map<String, String> headers, byte[] body) {
        var request = new MockHttpServletRequest("POST", path);
        headers.forEach(request::addHeader);
        request.setContent(body);
        return request;
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(BotApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:fuzz;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                        "--spring.config.import=classpath:example.yaml",
                        "--spring.quartz.scheduler-name=fuzz",
                        "--spring.quartz.auto-startup=false",
                        "--slack.bot-token=xoxb-fuzz",
                        "--slack.signing-secret=" + SLACK_SECRET,
                        "--slack.previous-signing-secret=" + OLD_SLACK_SECRET,
                        // Nothing listens there.
                        "--slack.api-url=http://localhost:1/api/",
                        "--coalmine.hooks.pagerduty.secrets=" + PAGERDUTY_SECRET,
                        "--coalmine.hooks.alertmanager.token=" + TOKEN,
                        "--coalmine.hooks.generic.token=" + TOKEN,
                        "--coalmine.hooks.launches.token=" + TOKEN,
                        "--coalmine.hooks.changes.token=" + TOKEN,
                        "--coalmine.hooks.sns.topics=arn:aws:sns:eu-west-1:1:t",
                        "--coalmine.hooks.sns.token=" + TOKEN,
                        // A line for each of a million refusals.
                        "--logging.level.dev.coalmine=ERROR",
                        "--logging.level.com.slack.api=OFF");
    }
}
