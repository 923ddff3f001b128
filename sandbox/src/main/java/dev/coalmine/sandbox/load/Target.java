package dev.coalmine.sandbox.load;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Somewhere to send alerts. What is said of an alert is the same everywhere, and each alert is a problem of its own.
 *
 * @param head of the request, up to its length
 * @param form how alerts are written there
 */
record Target(String name, URI address, String head, Form form) {

    /** How one request says that so many alerts fire. */
    @FunctionalInterface
    interface Form {

        String of(int alerts);
    }

    private static final String LABELS =
            "{\"alertname\":\"LoadTest\",\"service\":\"%s\",\"severity\":\"%s\",\"instance\":\"node-%s-%s\"}";
    private static final String ANNOTATIONS =
            "{\"summary\":\"Load test on node %s\"," + "\"runbook_url\":\"https://runbooks.example.com/load-test\"}";
    private static final String GENERATOR = "http://prometheus.example.com/graph?g0.expr=up";

    /** {@code POST /hooks/generic}: one alert as an object, several as a list. */
    static Target generic(LoadSettings settings) {
        return hook(settings, "generic", alerts -> {
            var list = list(alerts, n -> generic(settings, n));
            return alerts == 1 ? list : "[" + list + "]";
        });
    }

    /** {@code POST /hooks/alertmanager}: a group of so many alerts. */
    static Target alertmanagerHook(LoadSettings settings) {
        return hook(settings, "alertmanager", alerts -> """
            {"version":"4","receiver":"load","groupKey":"{}:{group=\\"%s-%s\\"}","truncatedAlerts":0,"status":"firing",\
            "externalURL":"http://alertmanager.example.com:9093","groupLabels":{"alertname":"LoadTest"},\
            "commonLabels":{"alertname":"LoadTest","service":"%s","severity":"%s"},"commonAnnotations":{},\
            "alerts":[%s]}\
            """.formatted(
                        settings.run(),
                        Numbered.place(0),
                        settings.service(),
                        settings.severity(),
                        list(alerts, n -> member(settings, n))));
    }

    /** An Alertmanager's own door, {@code POST /api/v2/alerts}. */
    static Target alertmanager(LoadSettings settings, URI address) {
        return new Target(
                "Alertmanager",
                address,
                head(address, "/api/v2/alerts", ""),
                alerts -> "[" + list(alerts, n -> posted(settings, n)) + "]");
    }

    Numbered request(int alerts) {
        return Numbered.post(head, form.of(alerts));
    }

    private static Target hook(LoadSettings settings, String source, Form form) {
        var bot = URI.create(settings.bot());
        return new Target(
                "/hooks/" + source,
                bot,
                head(bot, "/hooks/" + source, "Authorization: Bearer %s\r\n".formatted(settings.token())),
                form);
    }

    private static String head(URI address, String path, String authorization) {
        return "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n%s"
                .formatted(path, address.getAuthority(), authorization);
    }

    private static String list(int alerts, IntFunction<String> one) {
        return IntStream.range(0, alerts).mapToObj(one).collect(Collectors.joining(","));
    }

    private static String generic(LoadSettings settings, int n) {
        return """
            {"key":"%s-%s","status":"firing","title":"Load test on node %s","service":"%s","severity":"%s","at":"%s",\
            "link":"%s","runbook":"https://runbooks.example.com/load-test","labels":%s}\
            """.formatted(
                        settings.run(),
                        Numbered.place(n),
                        Numbered.place(n),
                        settings.service(),
                        settings.severity(),
                        now(),
                        GENERATOR,
                        labels(settings, n));
    }

    private static String member(LoadSettings settings, int n) {
        return """
            {"status":"firing","labels":%s,"annotations":%s,"startsAt":"%s","endsAt":"0001-01-01T00:00:00Z",\
            "generatorURL":"%s","fingerprint":"%s"}\
            """.formatted(
                labels(settings, n), ANNOTATIONS.formatted(Numbered.place(n)), now(), GENERATOR, Numbered.place(n));
    }

    private static String posted(LoadSettings settings, int n) {
        return "{\"labels\":%s,\"annotations\":%s,\"startsAt\":\"%s\",\"generatorURL\":\"%s\"}"
                .formatted(labels(settings, n), ANNOTATIONS.formatted(Numbered.place(n)), now(), GENERATOR);
    }

    private static String labels(LoadSettings settings, int n) {
        return LABELS.formatted(settings.service(), settings.severity(), settings.run(), Numbered.place(n));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
