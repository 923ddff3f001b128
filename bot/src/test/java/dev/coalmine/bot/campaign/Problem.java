package dev.coalmine.bot.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coalmine.sandbox.json.Json;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/** What an alert source tells of: a new problem, and later that it is over. */
sealed interface Problem {

    /** As it goes over the wire; sent again it is the same to the letter. */
    record Message(String path, String header, String proof, String body) {}

    /** What it is called in the record; several when it is told of together with others. */
    List<String> marks();

    Message fires();

    Message ends();

    static Problem any(Deeds deeds, Random random) {
        // Few services, so that many alerts join an incident instead of opening one.
        var service = random.nextInt(4) == 0 ? "lonely-" + deeds.mark("s") : "service-" + random.nextInt(3);
        return switch (random.nextInt(3)) {
            case 0 -> new AtPagerDuty(deeds.mark("pagerduty"), service);
            case 1 -> new AtAlertmanager(deeds.mark("alertmanager"), service, 1 + random.nextInt(3));
            default ->
                new Elsewhere(
                        Stream.generate(() -> deeds.mark("generic"))
                                .limit(1 + random.nextInt(3))
                                .toList(),
                        service);
        };
    }

    record AtPagerDuty(String mark, String service) implements Problem {

        @Override
        public List<String> marks() {
            return List.of(mark);
        }

        @Override
        public Message fires() {
            return tells("triggered");
        }

        @Override
        public Message ends() {
            return tells("resolved");
        }

        private Message tells(String what) {
            var event = Json.object()
                    .put("id", mark + "-" + what)
                    .put("event_type", "incident." + what)
                    .put("resource_type", "incident")
                    .put("occurred_at", Instant.now().toString());
            event.putObject("agent").put("type", "user_reference").put("summary", "Carol Clark");
            var data = event.putObject("data")
                    .put("id", "Q" + mark)
                    .put("type", "incident")
                    .put("title", mark)
                    .put("urgency", "high")
                    .put("html_url", "https://example.pagerduty.com/incidents/Q" + mark);
            data.putObject("service").put("id", "P" + service).put("summary", service);
            data.putArray("assignees");
            var body = Json.object().set("event", event).toString();
            return new Message("/hooks/pagerduty", "X-PagerDuty-Signature", "v1=" + hmac(body), body);
        }

        private static String hmac(String body) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(Scene.PAGERDUTY_SECRET.getBytes(UTF_8), "HmacSHA256"));
                return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
            } catch (GeneralSecurityException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    /** A group of that many alerts. */
    record AtAlertmanager(String mark, String service, int members, Instant since) implements Problem {

        AtAlertmanager(String mark, String service, int members) {
            this(mark, service, members, Instant.now());
        }

        @Override
        public List<String> marks() {
            return List.of(mark);
        }

        @Override
        public Message fires() {
            return tells("firing", "0001-01-01T00:00:00Z");
        }

        @Override
        public Message ends() {
            return tells("resolved", Instant.now().toString());
        }

        private Message tells(String status, String endsAt) {
            var body = Json.object()
                    .put("version", "4")
                    .put("receiver", "campaign")
                    .put("groupKey", mark)
                    .put("truncatedAlerts", 0)
                    .put("status", status)
                    .put("externalURL", "http://alertmanager.example:9093");
            body.putObject("groupLabels").put("alertname", mark);
            body.putObject("commonLabels")
                    .put("alertname", mark)
                    .put("service", service)
                    .put("severity", "critical");
            body.putObject("commonAnnotations");
            var alerts = body.putArray("alerts");
            for (var i = 0; i < members; i++) {
                alerts.add(alert(status, endsAt, i));
            }
            return new Message(
                    "/hooks/alertmanager", "Authorization", "Bearer " + Scene.ALERTMANAGER_TOKEN, body.toString());
        }

        private ObjectNode alert(String status, String endsAt, int member) {
            var alert = Json.object()
                    .put("status", status)
                    .put("fingerprint", mark + member)
                    .put("startsAt", since.toString())
                    .put("endsAt", endsAt);
            alert.putObject("labels")
                    .put("alertname", mark)
                    .put("service", service)
                    .put("severity", "critical")
                    .put("instance", "member " + member);
            alert.putObject("annotations");
            return alert;
        }
    }

    /** Some program that sends JSON, one alert or a list. */
    record Elsewhere(List<String> marks, String service) implements Problem {

        @Override
        public Message fires() {
            return tells("firing");
        }

        @Override
        public Message ends() {
            return tells("resolved");
        }

        private Message tells(String status) {
            var now = Instant.now().toString();
            var all = marks.stream()
                    .map(mark -> Json.object()
                            .put("id", mark + "-" + status)
                            .put("key", mark)
                            .put("title", mark)
                            .put("status", status)
                            .put("severity", "critical")
                            .put("service", service)
                            .put("at", now))
                    .toList();
            var body = all.size() == 1
                    ? all.getFirst().toString()
                    : Json.arrayOf(all.stream()).toString();
            return new Message("/hooks/generic", "Authorization", "Bearer " + Scene.GENERIC_TOKEN, body);
        }
    }
}
