package dev.coalmine.bot.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.pages.Intake;
import dev.coalmine.storage.pages.AlertLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever comes to the doors for alerts is taken or refused, and what was taken is read without anything breaking. */
class HooksFuzzTest {

    private static final List<String> SOURCES =
            List.of("generic", "alertmanager", "pagerduty", "launches", "changes", "sns");

    private static final List<String> SAMPLES =
            List.of("""
                {"key":"K1","status":"firing","title":"Checkout is down","service":"checkout","severity":"critical",\
                "people":["alice@example.com"],"link":"https://example.com","labels":{"a":"b"}}\
                """, """
                [{"key":"K2","status":"resolved"},{"key":"K3","title":"Search is slow","at":"2026-03-01T12:00:00Z"}]\
                """, """
                {"specversion":"1.0","id":"E1","type":"alert","source":"/s","subject":"K4","time":"2026-03-01T12:00:00Z",\
                "data":{"title":"From an event","severity":"info"}}\
                """, """
                {"version":"4","receiver":"shop","groupKey":"{}:{a=\\"b\\"}","truncatedAlerts":0,"status":"firing",\
                "groupLabels":{"alertname":"A"},"commonLabels":{"service":"checkout","severity":"critical"},\
                "commonAnnotations":{"summary":"S"},"externalURL":"http://example.com","alerts":[{"status":"firing",\
                "labels":{"alertname":"A"},"annotations":{},"startsAt":"2026-03-01T12:00:00Z","fingerprint":"f1"},\
                {"status":"resolved","labels":{},"endsAt":"2026-03-01T12:05:00Z","fingerprint":"f2"}]}\
                """, """
                {"event":{"id":"01","event_type":"incident.triggered","resource_type":"incident",\
                "occurred_at":"2026-03-01T12:00:00Z","agent":null,"data":{"id":"Q1","type":"incident","title":"Down",\
                "urgency":"high","service":{"id":"P","summary":"checkout"},"assignees":[{"summary":"Alice Adams"}]}}}\
                """, """
                {"event":{"id":"02","event_type":"incident.resolved","occurred_at":"2026-03-01T12:10:00Z",\
                "data":{"id":"Q1","type":"incident","title":"Down"}}}\
                """, """
                {"messages":[{"event":"incident.trigger","incident":{"id":"Q2","title":"Old"}}]}\
                """, """
                {"source":"auto-crane","automated":true,"entity":"h-17","outcome":"failed","text":"provisioning failed",\
                "at":"2026-03-01T12:00:00Z","link":"https://ci.example.com/17","attributes":{"zone":"eu-1a"},"id":"L1"}\
                """, """
                {"source":"auto-crane","outcome":"started","entity":"h-18","at":1772359200}
                {"source":"auto-crane","outcome":"succeeded","entity":"h-18","at":1772359260000}
                """, """
                [{"kind":"deployment","what":"v1.2.3","service":"checkout","who":"ann","at":"2026-03-01T12:00:00Z",\
                "ended":"2026-03-01T12:05:00Z","outcome":"succeeded","id":"build-17"},{"what":"a"}]\
                """, """
                {"trigger":"success","status":"succeeded","executionId":17,"execution":{"id":17,"project":"shop",\
                "user":"ann","job":{"name":"deploy","group":"web"},"dateStarted":"2026-03-01T12:00:00Z"}}\
                """, """
                <notification trigger='success' status='succeeded' executionId='17'><executions count='1'>\
                <execution id='17' href='https://ci.example.com/17' status='succeeded' project='shop'><user>ann</user>\
                <date-started unixtime='1772359200000'>2026-03-01T10:00:00Z</date-started>\
                <job id='1'><name>deploy</name><group>web</group></job></execution></executions></notification>\
                """, """
                {"Event":"autoscaling:EC2_INSTANCE_LAUNCH_ERROR","AutoScalingGroupName":"web","ActivityId":"A1",\
                "EC2InstanceId":"i-1","StatusMessage":"no capacity","EndTime":"2026-03-01T12:00:00.000Z",\
                "Details":{"Availability Zone":"eu-1a"}}\
                """, """
                {"AlarmName":"too slow","AlarmArn":"arn:aws:cloudwatch:eu-west-1:1:alarm:slow","NewStateValue":"ALARM",\
                "OldStateValue":"OK","NewStateReason":"over 5","StateChangeTime":"2026-03-01T12:00:00.000+0000",\
                "Trigger":{"MetricName":"Latency","Dimensions":[{"name":"service","value":"checkout"}]}}\
                """, """
                {"Type":"Notification","MessageId":"M1","TopicArn":"arn:aws:sns:eu-west-1:1:t","Message":"{}",\
                "Timestamp":"2026-03-01T12:00:00.000Z","SignatureVersion":"2","Signature":"eA==",\
                "SigningCertURL":"https://sns.eu-west-1.amazonaws.com.example.com/x.pem"}\
                """);

    private static final int FORGET_AFTER = 20_000;
    private static final AtomicInteger SENT = new AtomicInteger();

    private final FuzzedBot bot = FuzzedBot.shared();

    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void isAnsweredWithoutAnError(@ForAll("seeds") long seed) throws Exception {
        forgetNowAndThen();
        var hostile = new Hostile(seed);
        var source = hostile.any(SOURCES);
        var body = hostile.body(SAMPLES);
        var headers = headers(hostile, source, body);
        assertThat(bot.hook(source, headers, body)).isIn(Set.of(202, 400, 401, 413, 503));
    }

    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void withoutProofNothingIsTaken(@ForAll("seeds") long seed) throws Exception {
        var hostile = new Hostile(seed);
        var source = hostile.any(SOURCES);
        var headers = new HashMap<>(Map.of("Authorization", hostile.text(), "X-PagerDuty-Signature", hostile.text()));
        // What is too long is refused before anybody could read a signature over it. Chance may make the address of a
        // certificate one of Amazon's, where there is none: that cannot be judged, and so is not taken.
        var refusals = source.equals("sns") ? Set.of(401, 413, 503) : Set.of(401, 413);
        assertThat(bot.hook(source, headers, hostile.body(SAMPLES))).isIn(refusals);
    }

    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whateverBeatsIsAnswered(@ForAll("seeds") long seed) throws Exception {
        var hostile = new Hostile(seed);
        var method = hostile.any(List.of("GET", "POST", "HEAD", "DELETE", "BREW"));
        var token = hostile.once(2) ? hostile.text() : hostile.characters(43);
        assertThat(bot.beat(method, token)).isIn(404, 405);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.randomValue(random -> random.nextLong());
    }

    /** All is read, and none had to be set aside as something that breaks the reading. */
    @AfterContainer
    static void everythingIsRead() throws InterruptedException {
        FuzzedBot.shared().awaitRead();
        assertThat(FuzzedBot.shared().part(AlertLog.class).setAside(Intake.READER, 10))
                .isEmpty();
    }

    /** What is remembered stays small, so that the millionth try is as fast as the first. */
    private void forgetNowAndThen() throws InterruptedException {
        if (SENT.getAndIncrement() % FORGET_AFTER == 0) {
            everythingIsRead();
            bot.forget();
            bot.database().sql("truncate table alert_log").update();
        }
    }

    private static Map<String, String> headers(Hostile hostile, String source, byte[] body) {
        var headers = new HashMap<String, String>();
        if (hostile.once(4)) {
            for (var name : List.of("ce-specversion", "ce-id", "ce-type", "ce-time", "ce-subject")) {
                headers.put(name, hostile.once(2) ? "1.0" : hostile.text());
            }
        }
        headers.put("X-Webhook-Id", hostile.text());
        if (source.equals("pagerduty")) {
            headers.put("X-PagerDuty-Signature", "v1=" + Hmac.hex(FuzzedBot.PAGERDUTY_SECRET, body));
        } else {
            headers.put("Authorization", "Bearer " + FuzzedBot.TOKEN);
        }
        return headers;
    }
}
