package dev.coalmine.bot.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.pages.Alert.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenericTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T13:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Generic generic = new Generic(PagerDutyTest.settings());

    @Test
    void everyFieldIsRead() {
        var alert = generic.read("""
            {"key":"disk-7","id":"e1","status":"firing","title":"Disk full","service":"backup","severity":"high",
             "at":"2026-03-01T13:00:00+01:00","people":["alice@example.com","Bob"],"by":"cron",
             "link":"https://x.example/7","runbook":"https://wiki.example/disk","summary":"3 % left",
             "labels":{"host":"b1","free":3,"mounted":true},"unknown":{}}\
            """, RECEIVED).getFirst();
        assertThat(alert.source()).isEqualTo("generic");
        assertThat(alert.key()).isEqualTo("disk-7");
        assertThat(alert.event()).isEqualTo("e1");
        assertThat(alert.at()).isEqualTo(NOON);
        assertThat(alert.people()).containsExactly("alice@example.com", "Bob");
        assertThat(alert.runbook()).isEqualTo("https://wiki.example/disk");
        assertThat(alert.labels()).containsEntry("free", "3").containsEntry("mounted", "true");
    }

    @Test
    void keyAndTitleAreEnough() {
        var alert =
                generic.read("{\"key\":7,\"title\":\"Disk full\"}", RECEIVED).getFirst();
        assertThat(alert.kind()).isEqualTo(Kind.FIRING);
        assertThat(alert.key()).isEqualTo("7");
        assertThat(alert.at()).isEqualTo(RECEIVED);
        assertThat(alert.urgent()).isTrue();
    }

    @Test
    void anEndNeedsNoTitle() {
        var alerts = generic.read(
                "[{\"key\":\"a\",\"status\":\"Resolved\"},{\"key\":\"a\",\"status\":\"acknowledged\"}]", RECEIVED);
        assertThat(alerts).extracting(Alert::kind).containsExactly(Kind.RESOLVED, Kind.ACKNOWLEDGED);
    }

    @Test
    void aCloudEventGivesWhatTheAlertLacks() {
        var alert = generic.read(cloudEvent("\"data\":{\"title\":\"Disk full\"}"), RECEIVED)
                .getFirst();
        assertThat(alert.key()).isEqualTo("disk-7");
        assertThat(alert.at()).isEqualTo(NOON);
        assertThat(alert.event()).isEqualTo("/disks e1");
        var own = cloudEvent("\"data\":{\"key\":\"own\",\"at\":1772370000,\"title\":\"Disk full\"}");
        assertThat(generic.read(own, RECEIVED).getFirst().key()).isEqualTo("own");
        assertThat(generic.read(own, RECEIVED).getFirst().at()).isEqualTo(Instant.ofEpochSecond(1_772_370_000));
    }

    @Test
    void aCloudEventsDataMayBeBase64() {
        var encoded = Base64.getEncoder().encodeToString("{\"title\":\"Disk full\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(generic.read(cloudEvent("\"data_base64\":\"" + encoded + "\""), RECEIVED))
                .hasSize(1);
    }

    @Test
    void cloudEventsComeInBatches() {
        var event = cloudEvent("\"data\":{\"title\":\"Disk full\"}");
        assertThat(generic.read("[%s,%s]".formatted(event, event), RECEIVED)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'title':'t'} | “key”",
                "{'key':' ','title':'t'} | “key”",
                "{'key':['a'],'title':'t'} | “key” must be a text",
                "{'key':'k'} | “title”",
                "{'key':'k','title':{}} | “title” must be a text",
                "{'key':'k','status':'on fire'} | “status”",
                "{'key':'k','title':'t','at':'noon'} | “at”",
                "{'key':'k','title':'t','at':[]} | “at”",
                "{'key':'k','title':'t','people':'Bob'} | “people”",
                "{'key':'k','title':'t','people':[{}]} | “people”",
                "{'key':'k','title':'t','labels':['x']} | “labels”",
                "{'key':'k','title':'t','labels':{'a':{}}} | “labels”",
                "{'specversion':'0.3','id':'1','source':'s','type':'t','data':{}} | “specversion”",
                "{'specversion':'1.0','source':'s','type':'t','data':{}} | “id”",
                "{'specversion':'1.0','id':'1','type':'t','data':{}} | “source”",
                "{'specversion':'1.0','id':'1','source':'s','data':{}} | “type”",
                "{'specversion':'1.0','id':'1','source':'s','type':'t'} | “data”",
                "{'specversion':'1.0','id':'1','source':'s','type':'t','data_base64':'?'} | “data_base64”",
                "{'specversion':'1.0','id':'1','source':'s','type':'t','time':'x','data':{}} | “time”",
                "[{'key':'k','title':'t'},{'key':'k'}] | Alert 2 of the list: “title”",
                "[] | 1 to 1000",
                "[7] | object",
                "'text' | object",
                "nonsense | not JSON, at line 1"
            })
    void whatIsWrongIsNamed(String body, String named) {
        assertThatThrownBy(() -> generic.check(body.replace('\'', '"')))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(named);
    }

    private static String cloudEvent(String data) {
        return """
            {"specversion":"1.0","id":"e1","source":"/disks","type":"disk.full","subject":"disk-7",
             "time":"2026-03-01T12:00:00Z","datacontenttype":"application/json",%s}\
            """.formatted(data);
    }
}
