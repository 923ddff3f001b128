package dev.coalmine.commands.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import dev.coalmine.commands.hypotheses.FiguresOf;
import dev.coalmine.commands.hypotheses.Ledger;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Declaration;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.NoticedBy;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.pages.Page;
import dev.coalmine.storage.pages.Pages;
import dev.coalmine.storage.people.People;
import dev.coalmine.storage.people.Person;
import dev.coalmine.storage.roles.Assignment;
import dev.coalmine.storage.roles.Assignments;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import dev.coalmine.storage.timeline.Draft;
import dev.coalmine.storage.timeline.Timeline;
import dev.coalmine.storage.timeline.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = TimelineExportTest.Setup.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:exports;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
            "spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/{vendor}"
        })
class TimelineExportTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final String ALICE = "U0ALICE";

    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackages = "dev.coalmine.storage")
    @ComponentScan("dev.coalmine.storage")
    @Import({TimelineExport.class, Ledger.class, FiguresOf.class, Workspace.class})
    static class Setup {

        @Bean
        Clock clock() {
            return Clock.fixed(TEN.plusSeconds(300), ZoneOffset.UTC);
        }

        @Bean
        JsonMapper json() {
            return new JsonMapper();
        }
    }

    @Autowired
    TimelineExport export;

    @Autowired
    Incidents incidents;

    @Autowired
    Timeline timeline;

    @Autowired
    People people;

    @Autowired
    Pages pages;

    @Autowired
    Assignments assignments;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private long number;

    @BeforeEach
    void somethingHappens() {
        people.save(new Person(ALICE, "alice", "Alice Ant", null, null, true));
        number = transaction
                .execute(_ -> incidents.declare(declaration("Checkout is <down>")))
                .number();
        transaction.executeWithoutResult(
                _ -> assignments.save(new Assignment(number, "commander", ALICE, ALICE, TEN.plusSeconds(60))));
    }

    @Test
    void markdownTellsTheIncidentFromTopToBottom() throws IOException {
        aPageJoins();
        note("Rolled back with <@U0ALICE>");

        assertThat(written(Format.MD))
                .startsWith("# Incident %d: Checkout is &lt;down&gt;\n".formatted(number))
                .contains("- **Severity:** SEV-2\n", "- **Stage:** Investigating\n", "- **Service:** checkout\n")
                .contains("- **Declared:** 2026-03-01 10:00:00 UTC by alice\n", "- **Mitigated:** not known\n")
                .contains("- commander: alice, from 2026-03-01 10:01:00 UTC on\n")
                .contains("- pagerduty: checkout errors, firing since 2026-03-01 10:00:00 UTC; 2 messages, 1 start\n")
                .contains("**#3** · 2026-03-01 10:00:00 UTC · recorded 2026-03-01 10:05:00 UTC · note · alice\n\n"
                        + "> Rolled back with @alice\n")
                .contains("The record is whole: all 3 entries")
                .doesNotContain(ALICE);
    }

    @Test
    void markdownShowsTheCorrectionBesideTheOriginal() throws IOException {
        var wrong = note("It began at 10:14");
        append(new Draft(number, TEN, "correction", ALICE, "It began at 10:41").correcting(wrong));
        append(new Draft(number, TEN, Draft.DELETED, null, "The message was deleted in Slack.").correcting(wrong));

        assertThat(written(Format.MD))
                .contains("> It began at 10:14\n\nCorrected by #4, #5 (the message was deleted in Slack).\n")
                .contains("correction · alice · corrects #3\n\n> It began at 10:41\n");
    }

    @Test
    void nothingThatWasWrittenBecomesMarkupInMarkdown() throws IOException {
        append(new Draft(
                        number,
                        TEN,
                        "note",
                        ALICE,
                        Markup.escape("<script>alert(1)</script> [x](javascript:alert(1)) **b** `c` ![i](http://e/i)\n"
                                + "# heading\n- item\n1. one\n=====\n    code\n```\nfence\u202e"))
                .linkedTo("javascript:alert(1)"));

        assertThat(written(Format.MD))
                .contains("> &lt;script&gt;alert(1)&lt;/script&gt; \\[x\\](javascript:alert(1)) \\*\\*b\\*\\* \\`c\\` "
                        + "!\\[i\\](http://e/i)  \n> \\# heading  \n> \\- item  \n> 1\\. one  \n> \\=====  \n> code  \n"
                        + "> \\`\\`\\`  \n> fence\n")
                .contains("Link: javascript:alert(1)\n")
                .doesNotContain("<script", "\u202e");
    }

    @Test
    void aSpreadsheetFindsOneTableWithoutFormulas() throws IOException {
        note("=HYPERLINK(\"http://evil\",\"x\")");
        note("plain, with \"quotes\"\nand a second line");
        note("@alice -1");
        var csv = written(Format.CSV);

        assertThat(csv)
                .startsWith("row,number,happened,recorded,kind,person,text,link,corrects,corrected_by\r\n")
                .contains("incident,,2026-03-01T10:00:00Z,,declared,alice,,,,\r\n")
                .contains("role,,2026-03-01T10:01:00Z,,commander,alice,still,,,\r\n")
                .contains("\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"")
                .contains(",\"plain, with \"\"quotes\"\"\nand a second line\",")
                .contains(",'@alice -1,")
                .contains("chain,5,,,whole,,\"The record is whole: ");
    }

    @Test
    void jsonHasEverythingThatIsNeededToRecomputeTheSeals() throws IOException {
        var wrong = append(new Draft(number, TEN.plusNanos(123456000), "message", ALICE, "🔥 <@U0ALICE> & co")
                .takenFrom("C1", "1772355672.000100")
                .linkedTo("https://example.com/p1"));
        append(new Draft(number, TEN, Draft.DELETED, null, "gone").correcting(wrong));
        var json = JsonPath.parse(written(Format.JSON));

        assertThat(json.<String>read("$.schema")).isEqualTo("coalmine.timeline/1");
        assertThat(json.<String>read("$.incident.declaredBy.name")).isEqualTo("alice");
        assertThat(json.<String>read("$.entries[2].text")).isEqualTo("🔥 @alice & co");
        assertThat(json.<String>read("$.entries[2].markup")).isEqualTo("🔥 <@U0ALICE> & co");
        assertThat(json.<List<Integer>>read("$.entries[2].correctedBy")).containsExactly(4);
        assertThat(json.<Boolean>read("$.entries[2].deletedInSlack")).isTrue();
        assertThat(json.<Boolean>read("$.chain.whole")).isTrue();
        for (var entry : json.<List<Map<String, Object>>>read("$.entries")) {
            assertThat(Recomputed.seal(number, entry)).isEqualTo(entry.get("seal"));
        }
    }

    @Test
    void theScriptOfTheDocumentationTellsAWholeExportFromAForgedOne() throws Exception {
        note("Rolled back 🔥");
        var json = written(Format.JSON);

        assertThat(DocumentedScript.saysOf(json)).startsWith("Whole: 3 entries");
        assertThat(DocumentedScript.saysOf(json.replace("Rolled back", "Looked at")))
                .startsWith("Broken at entry 3.");
    }

    @ParameterizedTest
    @EnumSource
    void aForgedRecordSaysSoAtItsEnd(Format format) throws IOException {
        database.sql("update timeline_entry set words = 'kinder' where incident = ? and number = 2")
                .param(number)
                .update();
        var file = new ByteArrayOutputStream();

        assertThat(export.write(number, format, file))
                .isEqualTo(new Verdict.Broken(2, "it was changed after it was written"));
        assertThat(file.toString(StandardCharsets.UTF_8))
                .endsWith(
                        switch (format) {
                            case MD ->
                                "The record is broken at entry 2: it was changed after it was written. "
                                        + "From there on it proves nothing.\n";
                            case CSV ->
                                "chain,2,,,broken,,The record is broken at entry 2: it was changed after it was"
                                        + " written. From there on it proves nothing.,,,\r\n";
                            case JSON ->
                                "\"chain\":{\"whole\":false,\"entries\":null,\"seal\":null,\"firstBroken\":2,"
                                        + "\"why\":\"it was changed after it was written\"}}\n";
                        });
    }

    @Test
    void whatWasMergedAndLinkedIsSaid() throws IOException {
        var other = transaction
                .execute(_ -> incidents.declare(declaration("Payments fail")))
                .number();
        transaction.executeWithoutResult(_ -> {
            var ends = incidents.held(other).orElseThrow();
            var goesOn = incidents.held(number).orElseThrow();
            ends.mergeInto(goesOn, ALICE, TEN);
            incidents.saveAll(List.of(ends, goesOn));
            timeline.append(new Draft(number, TEN, "link", ALICE, "Linked with incident 7."));
        });

        assertThat(written(Format.MD))
                .contains("- **Takes in:** incident " + other, "- **See also:** Linked with incident 7. (entry 4)");
        assertThat(JsonPath.<List<Integer>>read(written(Format.JSON), "$.incident.mergedFrom"))
                .containsExactly((int) other);
    }

    @ParameterizedTest
    @EnumSource
    void aReaderWhoHangsUpEndsTheExportAndNothingElse(Format format) {
        var broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        assertThatThrownBy(() -> export.write(number, format, broken)).isInstanceOf(IOException.class);
    }

    @Test
    void anIncidentThatDoesNotExistIsRefused() {
        assertThat(export.fileName(-1, Format.MD)).isEmpty();
        assertThatThrownBy(() -> export.write(-1, Format.MD, OutputStream.nullOutputStream()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theFileIsNamedAfterTheChannel() {
        assertThat(export.fileName(number, Format.CSV))
                .contains("inc-%d-checkout-is-down-timeline.csv".formatted(number));
    }

    @Test
    void aFormatIsReadInAnyCaseAndByItsLongName() {
        assertThat(Format.read(" Markdown ")).contains(Format.MD);
        assertThat(Format.read("JSON")).contains(Format.JSON);
        assertThat(Format.read("pdf")).isEmpty();
    }

    private String written(Format format) throws IOException {
        var file = new ByteArrayOutputStream();
        export.write(number, format, file);
        return file.toString(StandardCharsets.UTF_8);
    }

    private void aPageJoins() {
        pages.add(List.of(new Page("pagerduty", "Q" + number, "checkout errors", "checkout")));
        var page = pages.findBySourceAndAlertKey("pagerduty", "Q" + number).orElseThrow();
        page.fires(TEN, TEN);
        page.fires(TEN, TEN);
        page.joins(number);
        pages.save(List.of(page));
    }

    private int note(String words) {
        return append(new Draft(number, TEN, "note", ALICE, words));
    }

    private int append(Draft draft) {
        return transaction.execute(_ -> timeline.append(draft)).number();
    }

    private static Declaration declaration(String title) {
        return new Declaration(
                title,
                Severity.SEV_2,
                Stage.INVESTIGATING,
                Kind.INCIDENT,
                false,
                "checkout",
                NoticedBy.PERSON,
                ALICE,
                null,
                null,
                TEN,
                TEN);
    }
}
