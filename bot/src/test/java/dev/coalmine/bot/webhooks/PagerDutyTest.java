package dev.coalmine.bot.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.pages.Alert.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class PagerDutyTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T12:05:00Z");
    private final PagerDuty pagerduty = new PagerDuty(settings());

    @Test
    void aTriggeredIncidentIsReadInFull() {
        var alert = only(event("incident.triggered", incident("triggered")));
        assertThat(alert.source()).isEqualTo("pagerduty");
        assertThat(alert.key()).isEqualTo("Q1INCIDENT");
        assertThat(alert.event()).isEqualTo("01EVENT");
        assertThat(alert.kind()).isEqualTo(Kind.FIRING);
        assertThat(alert.at()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123Z"));
        assertThat(alert.title()).isEqualTo("Checkout is down");
        assertThat(alert.service()).isEqualTo("checkout");
        assertThat(alert.severity()).isEqualTo("P1");
        assertThat(alert.urgent()).isTrue();
        assertThat(alert.people()).containsExactly("Alice Archer", "bob@example.com");
        assertThat(alert.link()).isEqualTo("https://example.pagerduty.com/incidents/Q1INCIDENT");
        assertThat(alert.labels()).containsEntry("number", "42");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "triggered, FIRING, -",
                "reopened, FIRING, Reopened.",
                "acknowledged, ACKNOWLEDGED, -",
                "unacknowledged, CHANGED, No longer acknowledged.",
                "resolved, RESOLVED, Resolved.",
                "escalated, CHANGED, 'Escalated to Alice Archer, bob@example.com.'",
                "reassigned, CHANGED, 'Reassigned to Alice Archer, bob@example.com.'",
                "delegated, CHANGED, Delegated to Shop on call.",
                "priority_updated, CHANGED, Priority set to P1.",
                "service_updated, CHANGED, Moved to another service: checkout.",
                "incident_type.changed, CHANGED, Its type changed: major_incident."
            })
    void eventsAboutTheIncidentItself(String type, Kind kind, String summary) {
        var alert = only(event("incident." + type, incident("triggered")));
        assertThat(alert.key()).isEqualTo("Q1INCIDENT");
        assertThat(alert.kind()).isEqualTo(kind);
        assertThat(alert.summary()).isEqualTo(summary);
        assertThat(alert.by()).isEqualTo("Carol Castle");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "annotated | incident_note | \"content\":\"Rolled back\" | Rolled back",
                "annotated | incident_note | \"content\":null | A note without text.",
                "status_update_published | incident_status_update | \"message\":\"Half is back\" | Half is back",
                "responder.added | incident_responder | \"user\":{\"summary\":\"Dave\"},\"state\":\"pending\" | Asked"
                        + " to respond: Dave.",
                "responder.replied | incident_responder | \"user\":{\"summary\":\"Dave\"},\"state\":\"joined\" | Dave"
                        + " replied: joined.",
                "workflow.started | incident_workflow_instance | \"summary\":\"Major\" | Workflow started: Major.",
                "workflow.completed | incident_workflow_instance | \"summary\":\"Major\" | Workflow completed: Major.",
                "conference_bridge.updated | incident_conference_bridge |"
                    + " \"conference_url\":\"https://meet.example/1\",\"conference_numbers\":[{\"label\":\"\",\"number\":\"+1"
                    + " 5\"}] | Conference bridge: https://meet.example/1, +1 5",
                "conference_bridge.updated | incident_conference_bridge | \"conference_url\":null | Conference bridge"
                        + " removed.",
                "custom_field_values.updated | incident_field_values | \"custom_fields\":[] | Custom field values"
                        + " updated.",
                "role.assigned | incident_role | \"summary\":\"Scribe\" | Role assigned: Scribe.",
                "task.created | incident_task | \"summary\":\"Call legal\" | Task created: Call legal.",
                "task.updated | incident_task | \"summary\":\"Call legal\" | Task updated: Call legal.",
                "task.completed | incident_task | \"summary\":\"Call legal\" | Task completed: Call legal.",
                "action_invocation.created | action_invocation | \"summary\":\"Restart\" | Action invocation created:"
                        + " Restart.",
                "action_invocation.updated | action_invocation | \"summary\":\"Restart\" | Action invocation updated:"
                        + " Restart.",
                "action_invocation.terminated | action_invocation | \"summary\":\"Restart\" | Action invocation"
                        + " terminated: Restart."
            })
    void eventsAboutSomethingThatBelongsToAnIncident(String type, String dataType, String fields, String summary) {
        var data = """
            {"id":"PNOTE","type":"%s",%s,
             "incident":{"id":"Q1INCIDENT","type":"incident_reference","summary":"Checkout is down"}}\
            """.formatted(dataType, fields);
        var alert = only(event("incident." + type, data));
        assertThat(alert.key()).as("not the note's id").isEqualTo("Q1INCIDENT");
        assertThat(alert.kind()).isEqualTo(Kind.NOTED);
        assertThat(alert.title()).isEqualTo("Checkout is down");
        assertThat(alert.summary()).isEqualTo(summary);
    }

    @Test
    void aMergeNamesItsParent() {
        var merged = incident("resolved").replaceFirst("\\{", """
            {"resolve_reason":{"type":"merge_resolve_reason","incident":{"id":"Q2","summary":"All is down"}},\
            """);
        var alert = only(event("incident.resolved", merged));
        assertThat(alert.kind()).isEqualTo(Kind.RESOLVED);
        assertThat(alert.summary()).isEqualTo("Merged into another incident: All is down.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":{\"event_type\":\"pagey.ping\",\"resource_type\":\"pagey\",\"data\":{\"message\":\"Hello!\",\"type\":\"ping\"}}}",
                "{\"event\":{\"event_type\":\"service.updated\",\"data\":{\"id\":\"PSERVICE\",\"type\":\"service\"}}}",
                "{\"event\":{\"event_type\":\"incident.sung_about\",\"data\":{\"id\":\"Q1\",\"type\":\"incident\"}}}",
                "{\"event\":{\"event_type\":\"incident.annotated\",\"data\":{\"id\":\"PNOTE\",\"type\":\"incident_note\"}}}",
                "{\"event\":{\"event_type\":\"incident.triggered\",\"data\":{}}}",
                "{\"event\":{\"event_type\":7,\"data\":[]}}",
                "{\"event\":{}}",
                "{\"messages\":[null,7,{}]}"
            })
    void whatConcernsNoIncidentIsNoAlert(String body) {
        assertThat(pagerduty.read(body, RECEIVED)).isEmpty();
    }

    @Test
    void whatIsLeftOutIsLeftOut() {
        var alert = only("""
            {"event":{"event_type":"incident.triggered","agent":null,"data":{"id":"Q1","type":"incident",
             "title":null,"priority":null,"urgency":"low","service":null,"assignees":null,"html_url":"javascript:x"}}}\
            """);
        assertThat(alert.at()).isEqualTo(RECEIVED);
        assertThat(alert.title()).isEmpty();
        assertThat(alert.severity()).isEqualTo("low");
        assertThat(alert.urgent()).isFalse();
        assertThat(alert.people()).isEmpty();
        assertThat(alert.link()).isNull();
        assertThat(alert.by()).isNull();
    }

    @Test
    void whatIsNotFromPagerDutyIsUnreadable() {
        for (var body : List.of("", "null", "[]", "{}", "{\"event\":\"x\"}", "\"event\"", "{", "{} {}")) {
            assertThatThrownBy(() -> pagerduty.read(body, RECEIVED)).as(body).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void theSecondVersionIsReadAsWell() {
        var alerts = pagerduty.read("""
            {"messages":[
             {"id":"m1","event":"incident.trigger","created_on":"2026-03-01T12:00:00Z","incident":{"id":"Q1",
              "title":"Checkout is down","urgency":"high","service":{"name":"checkout"},
              "assignments":[{"assignee":{"summary":"Alice Archer"}}],"html_url":"https://x.example/Q1"}},
             {"id":"m2","event":"incident.resolve","created_on":"2026-03-01T12:09:00Z","incident":{"id":"Q1"}}]}\
            """, RECEIVED);
        assertThat(alerts).extracting(Alert::kind).containsExactly(Kind.FIRING, Kind.RESOLVED);
        assertThat(alerts.getFirst().people()).containsExactly("Alice Archer");
        assertThat(alerts.getFirst().service()).isEqualTo("checkout");
    }

    @Test
    void theFirstVersionIsReadAsWell() {
        var alert = only("""
            {"messages":[{"id":"m1","type":"incident.trigger","created_on":"2026-03-01T12:00:00Z","data":{"incident":{
             "id":"P1","service":{"id":"S","name":"checkout"},"assigned_to_user":{"name":"Al","email":"al@example.com"},
             "trigger_summary_data":{"subject":"Checkout is down"}}}}]}\
            """);
        assertThat(alert.title()).isEqualTo("Checkout is down");
        assertThat(alert.people()).containsExactly("al@example.com");
    }

    static String event(String type, String data) {
        return """
            {"event":{"id":"01EVENT","event_type":"%s","resource_type":"incident",
             "occurred_at":"2026-03-01T12:00:00.123Z",
             "agent":{"html_url":"https://example.pagerduty.com/users/PCAROL","id":"PCAROL",
              "summary":"Carol Castle","type":"user_reference"},
             "client":null,"data":%s}}\
            """.formatted(type, data);
    }

    static String incident(String status) {
        return """
            {"id":"Q1INCIDENT","type":"incident","self":"https://api.pagerduty.com/incidents/Q1INCIDENT",
             "html_url":"https://example.pagerduty.com/incidents/Q1INCIDENT","number":42,"status":"%s",
             "incident_key":"checkout-5xx","created_at":"2026-03-01T11:59:59Z","title":"Checkout is down",
             "service":{"id":"PSERVICE","summary":"checkout","type":"service_reference"},
             "assignees":[{"id":"PALICE","summary":"Alice Archer","type":"user_reference"},
              {"id":"PBOB","summary":"Bob","email":"bob@example.com","type":"user_reference"}],
             "escalation_policy":{"id":"PPOLICY","summary":"Shop on call"},
             "teams":[{"id":"PTEAM","summary":"Shop"}],"priority":{"id":"PP1","summary":"P1"},
             "urgency":"high","conference_bridge":null,"incident_type":{"name":"major_incident"}}\
            """.formatted(status);
    }

    /** As if the application had bound them, with nothing set. */
    static HookSettings settings() {
        return Binder.get(new MockEnvironment()).bindOrCreate("coalmine.hooks", HookSettings.class);
    }

    private Alert only(String body) {
        var alerts = pagerduty.read(body, RECEIVED);
        assertThat(alerts).hasSize(1);
        return alerts.getFirst();
    }
}
