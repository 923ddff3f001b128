package dev.coalmine.bot.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.json.Json;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/** The alert sources, as they knock at the bot's door. Each problem they speak of is a new one. */
final class Pager {

    private final RunningBot bot;

    private Pager(RunningBot bot) {
        this.bot = bot;
    }

    static Pager to(RunningBot bot) {
        return new Pager(bot);
    }

    /** What a source calls one of its problems. */
    record Problem(String source, String key) {}

    /** Any program that can send JSON. */
    Problem sends(ObjectNode alert) {
        accepted(bot.post(
                        "/hooks/generic",
                        alert.toString(),
                        Map.of("Authorization", "Bearer " + RunningBot.GENERIC_TOKEN))
                .statusCode());
        return new Problem("generic", Json.text(alert, "key"));
    }

    /** A problem at PagerDuty; {@code assignees} by e-mail address, or by full name. */
    AtPagerDuty pagerduty(String title, String service, String... assignees) {
        return new AtPagerDuty(
                bot, "Q" + UUID.randomUUID().toString().substring(0, 8), title, service, List.of(assignees));
    }

    /** A group of alerts at an Alertmanager. */
    Group alertmanager(String alertname, String service) {
        return new Group(bot, UUID.randomUUID().toString(), alertname, service);
    }

    private static void accepted(int status) {
        assertThat(status).isEqualTo(202);
    }

    record AtPagerDuty(RunningBot bot, String id, String title, String service, List<String> assignees) {

        Problem problem() {
            return new Problem("pagerduty", id);
        }

        /** The same problem, told to a bot that has come back. */
        AtPagerDuty to(RunningBot again) {
            return new AtPagerDuty(again, id, title, service, assignees);
        }

        AtPagerDuty triggers(Instant at) {
            return tells("triggered", at);
        }

        AtPagerDuty acknowledges(Instant at) {
            return tells("acknowledged", at);
        }

        AtPagerDuty resolves(Instant at) {
            return tells("resolved", at);
        }

        /** The same event has the same id, however often it is sent. */
        AtPagerDuty tells(String what, Instant at) {
            accepted(send(body(what, at)));
            return this;
        }

        int send(String body) {
            return bot.post("/hooks/pagerduty", body, Map.of("X-PagerDuty-Signature", "v1=" + hmac(body)))
                    .statusCode();
        }

        String body(String what, Instant at) {
            var event = Json.object()
                    .put("id", "%s-%s-%d".formatted(id, what, at.toEpochMilli()))
                    .put("event_type", "incident." + what)
                    .put("resource_type", "incident")
                    .put("occurred_at", at.toString());
            event.putObject("agent").put("type", "user_reference").put("summary", "Carol Clark");
            var data = event.putObject("data")
                    .put("id", id)
                    .put("type", "incident")
                    .put("title", title)
                    .put("urgency", "high")
                    .put("html_url", "https://example.pagerduty.com/incidents/" + id);
            data.putObject("service").put("id", "PSERVICE").put("summary", service);
            var people = data.putArray("assignees");
            assignees.forEach(it -> people.add(
                    Json.object().put("type", "user_reference").put(it.contains("@") ? "email" : "summary", it)));
            return Json.object().set("event", event).toString();
        }

        private static String hmac(String body) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(RunningBot.PAGERDUTY_SECRET.getBytes(UTF_8), "HmacSHA256"));
                return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
            } catch (GeneralSecurityException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    record Group(RunningBot bot, String id, String alertname, String service) {

        Problem problem() {
            return new Problem("alertmanager", "shop " + id);
        }

        /** Says how each member is: {@code "a"} fires, {@code "-a"} is over. */
        Group tells(Instant at, String... members) {
            var body = Json.object()
                    .put("version", "4")
                    .put("receiver", "shop")
                    .put("groupKey", id)
                    .put("truncatedAlerts", 0)
                    .put("status", List.of(members).stream().allMatch(it -> it.startsWith("-")) ? "resolved" : "firing")
                    .put("externalURL", "http://alertmanager.example:9093");
            body.putObject("groupLabels").put("alertname", alertname);
            body.putObject("commonLabels")
                    .put("alertname", alertname)
                    .put("service", service)
                    .put("severity", "critical");
            body.putObject("commonAnnotations").put("runbook_url", "https://runbooks.example.com/" + alertname);
            var alerts = body.putArray("alerts");
            for (var member : members) {
                alerts.add(alert(member, at));
            }
            accepted(bot.post(
                            "/hooks/alertmanager",
                            body.toString(),
                            Map.of("Authorization", "Bearer " + RunningBot.ALERTMANAGER_TOKEN))
                    .statusCode());
            return this;
        }

        private ObjectNode alert(String member, Instant at) {
            var over = member.startsWith("-");
            var name = member.replaceFirst("-", "");
            var alert = Json.object()
                    .put("status", over ? "resolved" : "firing")
                    .put("fingerprint", name)
                    .put("startsAt", over ? at.minusSeconds(60).toString() : at.toString())
                    .put("endsAt", over ? at.toString() : "0001-01-01T00:00:00Z");
            alert.putObject("labels")
                    .put("alertname", alertname)
                    .put("service", service)
                    .put("instance", name);
            alert.putObject("annotations").put("summary", "%s on %s".formatted(alertname, name));
            return alert;
        }
    }
}
