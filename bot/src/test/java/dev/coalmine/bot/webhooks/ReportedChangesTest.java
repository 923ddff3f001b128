package dev.coalmine.bot.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.coalmine.storage.changes.Change;
import dev.coalmine.storage.changes.Change.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ReportedChangesTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private final ReportedChanges hook = new ReportedChanges(new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("coalmine.hooks", Bindable.of(HookSettings.class)));

    @Test
    void ourOwnJsonSaysEverything() {
        assertThat(read("""
            {"at": "2026-03-01T09:58:00Z", "ended": "2026-03-01T09:59:30Z", "kind": "deployment", "what": "v1.2.3",
             "service": "checkout", "who": "ann", "outcome": "succeeded", "link": "https://ci.example.com/17",
             "id": "d-17", "else": [1]}\
            """))
                .containsExactly(new Change(
                        TEN.minusSeconds(120),
                        TEN.minusSeconds(30),
                        TEN,
                        Kind.DEPLOYMENT,
                        "v1.2.3",
                        "checkout",
                        "ann",
                        "succeeded",
                        "https://ci.example.com/17",
                        "changes",
                        "d-17"));
    }

    @Test
    void wordsAloneWillDoAndSeveralMayComeAtOnce() {
        assertThat(read("[{\"what\": \"a\"}, {\"what\": \"b\", \"ended\": 1772359170}]"))
                .extracting(Change::at, Change::ended, Change::kind, Change::what)
                .containsExactly(
                        tuple(TEN, null, Kind.OTHER, "a"),
                        tuple(TEN.minusSeconds(30), TEN.minusSeconds(30), Kind.OTHER, "b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {}                                         | “what” is missing
        {"what": "a", "kind": "magic"}             | “kind” must be deployment, flag, configuration, run or other
        {"what": "a", "at": "yesterday"}           | “at” must be a time
        {"what": "a", "who": ["ann"]}              | “who” must be a text
        {"what": "a", "at": 20, "ended": 10}       | “ended” is before “at”
        []                                         | A list must hold 1 to 1000 changes
        [{"what": "a"}, 7]                         | Change 2 of the list: A change must be a JSON object
        """)
    void whatIsWrongIsSaid(String body, String reason) {
        assertThatThrownBy(() -> hook.check(body))
                .isInstanceOf(Unreadable.class)
                .extracting(refused -> ((Unreadable) refused).reason())
                .asString()
                .contains(reason);
    }

    @Test
    void rundeckTellsOfARunAtItsStartAndAtItsEndUnderOneId() {
        var start = read(rundeckJson("start", "running", ""));
        var end = read(rundeckJson(
                "failure",
                "failed",
                ", \"date-ended\": {\"unixtime\": 1772359200000, \"date\": \"2026-03-01T10:00:00Z\"}"));

        assertThat(start).singleElement().satisfies(run -> {
            assertThat(run.kind()).isEqualTo(Kind.RUN);
            assertThat(run.what()).isEqualTo("ops: fleet/Launch hosts");
            assertThat(run.who()).isEqualTo("crane");
            assertThat(run.at()).isEqualTo(TEN.minusSeconds(40));
            assertThat(run.ended()).isNull();
            assertThat(run.link()).isEqualTo("https://rundeck.example.com/project/ops/execution/show/4711");
        });
        assertThat(end).singleElement().satisfies(run -> {
            assertThat(run.ended()).isEqualTo(TEN);
            assertThat(run.outcome()).isEqualTo("failed");
            assertThat(run.id()).isEqualTo(start.getFirst().id());
        });
    }

    @Test
    void rundeckSpeaksXmlUnlessToldOtherwise() {
        assertThat(read(rundeckXml("<!-- -->")))
                .containsExactlyElementsOf(read(rundeckJson(
                        "success",
                        "succeeded",
                        ", \"date-ended\": {\"unixtime\": 1772359190000}, \"permalink\": null")));
    }

    @Test
    void aDocumentTypeIsRefused() {
        assertThatThrownBy(() -> hook.check(rundeckXml("<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>")))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> hook.check("<html/>")).isInstanceOf(Unreadable.class);
    }

    @Test
    void thatARunTakesLongIsNoChange() {
        assertThat(read(rundeckJson("avgduration", "running", ""))).isEmpty();
    }

    private List<Change> read(String body) {
        hook.check(body);
        assertThat(hook.read(body, TEN)).isEmpty();
        return hook.changes(body, TEN);
    }

    private static String rundeckJson(String trigger, String status, String more) {
        return """
            {"trigger": "%s", "status": "%s", "executionId": 4711, "execution": {"id": 4711,
             "href": "https://rundeck.example.com/project/ops/execution/show/4711", "permalink": null,
             "status": "%2$s", "project": "ops", "user": "crane",
             "date-started": {"unixtime": 1772359160000, "date": "2026-03-01T09:59:20Z"},
             "job": {"id": "58a0ef70", "name": "Launch hosts", "group": "fleet", "project": "ops",
             "options": {"service": "auto-crane"}}%s}}\
            """.formatted(trigger, status, more);
    }

    private static String rundeckXml(String prologue) {
        return prologue + """
            <notification trigger='success' status='succeeded' executionId='4711'><executions count='1'>
              <execution id='4711' href='https://rundeck.example.com/project/ops/execution/show/4711'
                status='succeeded' project='ops'>
                <user>crane</user>
                <date-started unixtime='1772359160000'>2026-03-01T09:59:20Z</date-started>
                <date-ended unixtime='1772359190000'>2026-03-01T09:59:50Z</date-ended>
                <job id='58a0ef70'><name>Launch hosts</name><group>fleet</group><project>ops</project>
                  <options><option name='service' value='auto-crane' /></options></job>
              </execution></executions></notification>\
            """;
    }
}
