package dev.coalmine.bot.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.pages.Alert.Kind;
import dev.coalmine.commands.pages.Alert.Member;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertmanagerTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T13:00:00Z");

    private final Alertmanager alertmanager = new Alertmanager(PagerDutyTest.settings());

    @Test
    void aGroupIsOneProblemWithMembers() {
        var alert = only(group("firing", firing("a", "12:00:00Z"), firing("b", "12:01:00.123456789Z")));
        assertThat(alert.key()).isEqualTo("team-shop {}/{team=\"shop\"}:{alertname=\"HighErrorRate\"}");
        assertThat(alert.kind()).isEqualTo(Kind.FIRING);
        assertThat(alert.at()).isEqualTo(Instant.parse("2026-03-01T12:01:00.123456789Z"));
        assertThat(alert.title()).isEqualTo("Errors on a");
        assertThat(alert.service()).isEqualTo("checkout");
        assertThat(alert.severity()).isEqualTo("critical");
        assertThat(alert.urgent()).isTrue();
        assertThat(alert.link()).isEqualTo("http://prometheus.example/graph?a");
        assertThat(alert.runbook()).isEqualTo("https://wiki.example/errors");
        assertThat(alert.summary()).isEqualTo("More than 5 % of requests fail.");
        assertThat(alert.labels()).containsEntry("service", "checkout");
        assertThat(alert.members()).extracting(Member::fingerprint).containsExactly("a", "b");
        assertThat(alert.members()).extracting(Member::endsAt).containsOnlyNulls();
    }

    @Test
    void aRepeatSaysTheSameAgain() {
        var body = group("firing", firing("a", "12:00:00Z"));
        assertThat(only(body)).isEqualTo(only(body));
    }

    @Test
    void aPartialResolveResolvesNothing() {
        var alert = only(group("firing", resolved("a", "12:30:00Z"), firing("b", "12:01:00Z")));
        assertThat(alert.kind()).isEqualTo(Kind.FIRING);
        assertThat(alert.title()).as("of what still fires").isEqualTo("Errors on b");
        assertThat(alert.at()).isEqualTo(Instant.parse("2026-03-01T12:30:00Z"));
        assertThat(alert.members()).extracting(Member::firing).containsExactly(true, false);
    }

    @Test
    void aGroupIsOverWhenItsLastMemberIs() {
        var alert = only(group("resolved", resolved("a", "12:30:00Z"), resolved("b", "12:45:00Z")));
        assertThat(alert.kind()).isEqualTo(Kind.RESOLVED);
        assertThat(alert.at()).isEqualTo(Instant.parse("2026-03-01T12:45:00Z"));
        assertThat(alert.key())
                .isEqualTo(only(group("firing", firing("a", "12:00:00Z"))).key());
    }

    @Test
    void membersCountMoreThanTheStatusWord() {
        assertThat(only(group("resolved", firing("a", "12:00:00Z"))).kind()).isEqualTo(Kind.FIRING);
        assertThat(only(group("firing", resolved("a", "12:00:00Z"))).kind()).isEqualTo(Kind.RESOLVED);
    }

    @Test
    void whatWasLeftOutMayStillFire() {
        var cut =
                group("resolved", resolved("a", "12:30:00Z")).replace("\"truncatedAlerts\":0", "\"truncatedAlerts\":7");
        var alert = only(cut);
        assertThat(alert.kind()).isEqualTo(Kind.CHANGED);
        assertThat(alert.leftOut()).isEqualTo(7);
        assertThat(alert.summary()).contains("7 were left out");
    }

    @Test
    void aNewerVersionEscapesTheReceiverWhichStaysTheSame() {
        var body = group("firing", firing("a", "12:00:00Z"));
        assertThat(only(body.replace("team-shop", "team\\\\-shop")).key())
                .isEqualTo(only(body).key());
    }

    @Test
    void aNumericGroupKeyLosesNothing() {
        var alert = only("""
            {"version":"3","status":"firing","receiver":"r","groupKey":10435874364873946627,
             "alerts":[{"status":"firing","labels":{"alertname":"Old"},"startsAt":"2026-03-01T12:00:00Z"}]}\
            """);
        assertThat(alert.key()).isEqualTo("r 10435874364873946627");
        assertThat(alert.title()).isEqualTo("Old");
        assertThat(alert.members().getFirst().fingerprint()).hasSize(16);
    }

    @Test
    void withoutAGroupKeyTheLabelsOfTheGroupNameIt() {
        var alert = only("""
            {"receiver":"r","groupLabels":{"b":"2","a":"1"},"alerts":[{"status":"firing"}]}\
            """);
        assertThat(alert.key()).isEqualTo("r {a=1, b=2}");
        assertThat(alert.at()).isEqualTo(RECEIVED);
    }

    @Test
    void withoutAnyNameForTheGroupEachAlertIsAProblemOfItsOwn() {
        var alerts = alertmanager.read("""
            {"receiver":"r","truncatedAlerts":1,"alerts":[
             {"status":"resolved","labels":{"alertname":"A","x":"1"},"endsAt":"2026-03-01T12:10:00Z"},
             {"status":"firing","labels":{"x":"1","alertname":"B"},"endsAt":"0001-01-01T00:00:00Z"}]}\
            """, RECEIVED);
        assertThat(alerts).extracting(Alert::title).containsExactlyInAnyOrder("A", "B");
        assertThat(alerts).extracting(Alert::kind).containsExactlyInAnyOrder(Kind.RESOLVED, Kind.FIRING);
        assertThat(alerts).extracting(Alert::key).doesNotHaveDuplicates();
    }

    @Test
    void aFingerprintOfOurOwnDoesNotHangOnTheOrderOfLabels() {
        var one = only("{\"alerts\":[{\"labels\":{\"a\":\"1\",\"b\":\"2\"}}]}");
        var two = only("{\"alerts\":[{\"labels\":{\"b\":\"2\",\"a\":\"1\"}}]}");
        assertThat(one.key()).startsWith("default ").isEqualTo(two.key());
    }

    @Test
    void anEndInTheFutureIsNoEndWhileItFires() {
        var alert =
                only(group("firing", firing("a", "12:00:00Z").replace("0001-01-01T00:00:00Z", "2026-03-01T12:59:00Z")));
        assertThat(alert.at()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(alert.members().getFirst().endsAt()).isNull();
    }

    @Test
    void whatCanWaitIsNotUrgent() {
        var alert = only(group("firing", firing("a", "12:00:00Z")).replace("critical", "Warning"));
        assertThat(alert.severity()).isEqualTo("Warning");
        assertThat(alert.urgent()).isFalse();
    }

    @Test
    void aGroupOfNothingIsNoAlert() {
        assertThat(alertmanager.read("{\"status\":\"firing\",\"alerts\":[]}", RECEIVED))
                .isEmpty();
        assertThat(alertmanager.read("{\"alerts\":[null,1,\"x\"]}", RECEIVED)).isEmpty();
    }

    @Test
    void whatIsNotFromAlertmanagerIsUnreadable() {
        for (var body : List.of("", "[]", "{}", "{\"text\":\"made by a template\"}", "firing")) {
            assertThatThrownBy(() -> alertmanager.read(body, RECEIVED)).as(body).isInstanceOf(Unreadable.class);
        }
    }

    private Alert only(String body) {
        var alerts = alertmanager.read(body, RECEIVED);
        assertThat(alerts).hasSize(1);
        return alerts.getFirst();
    }

    private static String group(String status, String... alerts) {
        return """
            {"receiver":"team-shop","status":"%s","alerts":[%s],
             "groupLabels":{"alertname":"HighErrorRate"},
             "commonLabels":{"alertname":"HighErrorRate","service":"checkout","severity":"critical"},
             "commonAnnotations":{"runbook_url":"https://wiki.example/errors",
              "description":"More than 5 %% of requests fail."},
             "externalURL":"http://alertmanager.example:9093","version":"4",
             "groupKey":"{}/{team=\\"shop\\"}:{alertname=\\"HighErrorRate\\"}","truncatedAlerts":0}\
            """.formatted(status, String.join(",", alerts));
    }

    private static String firing(String instance, String startsAt) {
        return alert("firing", instance, "2026-03-01T" + startsAt, "0001-01-01T00:00:00Z");
    }

    private static String resolved(String instance, String endsAt) {
        return alert("resolved", instance, "2026-03-01T12:00:00Z", "2026-03-01T" + endsAt);
    }

    private static String alert(String status, String instance, String startsAt, String endsAt) {
        return """
            {"status":"%s","labels":{"alertname":"HighErrorRate","instance":"%s","service":"checkout"},
             "annotations":{"summary":"Errors on %s"},"startsAt":"%s","endsAt":"%s",
             "generatorURL":"http://prometheus.example/graph?%s","fingerprint":"%s"}\
            """.formatted(status, instance, instance, startsAt, endsAt, instance, instance);
    }
}
