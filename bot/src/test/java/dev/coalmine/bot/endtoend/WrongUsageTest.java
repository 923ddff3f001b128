package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Topic;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong usage is answered with right usage, whatever the command; and nothing has changed. */
class WrongUsageTest extends Conversation {

    private static final List<String> ODD = List.of(
            "",
            "no-such-thing",
            "0",
            "-1",
            "99999999999999999999",
            "#",
            "at at at",
            "into into",
            "@nobody",
            "\u202E",
            "'; drop table incident; --",
            "%s %d {} ${x}",
            "<@U404> <#C404> <!channel>",
            "x".repeat(5_000));

    @Test
    void whateverIsTypedIsAnsweredAndWhatIsNotUnderstoodChangesNothing() {
        var incident = declared("Oddly asked");
        for (var command : commands()) {
            var before = seal(incident);
            for (var odd : ODD) {
                var line = command.word() + " " + odd;
                var answer = shown(incident.hears(alice, line));
                assertSpeaksToPeople(line, answer);
                var after = seal(incident);
                if (answer.contains("Usage: ")) {
                    assertThat(answer).as(line).contains("for example `/incident ");
                    assertThat(after).as(line).isEqualTo(before);
                }
                before = after;
            }
        }
    }

    @Test
    void outsideAnIncidentCommandsSayThatTheyNeedOne() {
        for (var command : commands()) {
            if (command.topic() != Topic.ANYWHERE
                    && command.topic() != Topic.OPERATORS
                    && !command.word().equals("private")) {
                var answer = shown(alice.types("general", "/incident " + command.example()));
                assertThat(answer)
                        .as(command.example())
                        .containsAnyOf("belongs to no incident", "There is no incident");
                assertSpeaksToPeople(command.example(), answer);
            }
        }
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (var command : commands()) {
            assertThat(alice.types("general", "/incident help " + command.word())
                            .text())
                    .contains("*%s*: %s".formatted(command.word(), command.does()))
                    .contains("`/incident " + command.example());
            assertThat(command.example()).startsWith(command.word());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "declare sev:9 Checkout",
                "declare sev:1",
                "declare service:",
                "declare private drill",
                "list nonsense",
                "show nonsense",
                "show 1 2",
                "status please",
                "severity",
                "severity 5",
                "severity high water",
                "title",
                "stage",
                "stage nonsense",
                "reopen",
                "decline",
                "commander nobody-of-that-name",
                "commander @bob @carol",
                "role",
                "role nonsense",
                "role scribe nobody-of-that-name",
                "roles please",
                "join nonsense",
                "leave now",
                "note",
                "surprise",
                "timeline nonsense",
                "timeline -3",
                "amend",
                "amend 1",
                "amend x It was later",
                "merge",
                "merge into",
                "merge into nonsense",
                "link",
                "link nonsense",
                "time",
                "time began",
                "time began nonsense",
                "time began 99:99",
                "time nonsense 10:14",
                "export pdf",
                "services nonsense",
                "help nonsense",
                "doctor please",
                "alerts nonsense",
                "alerts -1"
            })
    void isAnsweredWithRightUsage(String line) {
        var incident = wrongly();
        var before = seal(incident);

        assertThat(incident.hears(alice, line).text()).contains("Usage: `/incident ", "for example `/incident ");
        assertThat(seal(incident)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "severity 3 | It is SEV-3 already",
                "title \u202E\u200B | needs some text",
                "title Wrongly used | That is the title already",
                "stage merged | merge into 7",
                "stage investigating | It is investigating already",
                "stage closed | Resolve it before closing it",
                "stage triage | needs a reason",
                "stage declined | needs a reason",
                "close | Resolve it before closing it",
                "reopen They are back | It is investigating already",
                "leave | You have no role",
                "note It will happen at 2999-01-01T00:00Z | is in the future",
                "time resolved 2999-01-01T00:00Z | in the future",
                "amend 9999 It was later | There is no entry 9999",
                "merge into 99999999 | There is no incident 99999999",
                "link 99999999 | There is no incident 99999999",
                "show 99999999 | There is no incident 99999999",
                "#99999999 status | There is no incident 99999999",
                "private | cannot turn a public channel into a private one",
                "nonsense | is no command",
                "merge into <self> | cannot be merged into itself",
                "link <self> | cannot be linked with itself"
            })
    void whatTheRulesForbidIsRefusedWithTheReason(String lineAndReason) {
        var incident = wrongly();
        var line = lineAndReason.split(" \\| ")[0].replace("<self>", String.valueOf(incident.number()));
        var before = seal(incident);

        assertThat(incident.hears(alice, line).text()).contains(lineAndReason.split(" \\| ")[1]);
        assertThat(seal(incident)).isEqualTo(before);
    }

    @Test
    void aMentionIsAnsweredWithRightUsageToo() {
        var incident = wrongly();
        var asked = alice.says(incident.name(), "@coalmine severity nonsense");
        incident.channel()
                .eventually(channel -> assertThat(channel.repliesTo(asked)).hasSize(1));

        assertThat(incident.channel().repliesTo(asked).getFirst().text()).contains("Usage: `/incident severity");
    }

    private static Declared shared;

    /** One for all, since nothing may change. */
    private Declared wrongly() {
        if (shared == null) {
            shared = declared("Wrongly used");
            // Who came in is written down, and has to be before anything is compared.
            eventuallyInTheTimeline(shared, "<@U0ALICE000> came into the channel");
        }
        return shared;
    }

    private Collection<Command> commands() {
        return coalmine.application().getBeansOfType(Command.class).values();
    }

    private static void assertSpeaksToPeople(String line, String answer) {
        assertThat(answer)
                .as(line)
                .isNotEqualTo("{}")
                .doesNotContain("Exception", "\tat ", "java.", "cannot be written right now", "dispatch_failed")
                .doesNotContain("operation_timeout");
    }
}
