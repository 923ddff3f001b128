package dev.coalmine.commands.launches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import dev.coalmine.commands.services.Catalog;
import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchRulesTest {

    private final LaunchRules builtIn = rules();

    /** Source {@code -} is what the bot calls itself, and entity {@code -} is none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "auto-crane: started h-17 ; auto-crane ; started ; h-17",
                "auto-crane: launched h-17.eu.example.com ; auto-crane ; succeeded ; h-17.eu.example.com",
                ":rocket: *auto-crane*: succeeded `h-17` ; auto-crane ; succeeded ; h-17",
                "auto-crane: failed to launch h-17: no such key ; auto-crane ; failed ; h-17",
                "batch | launching host web-a ; batch ; started ; web-a",
                "auto-crane: provisioning h-17 failed: package signature could not be verified ; auto-crane ; failed ;"
                        + " h-17",
                "provisioning h-17 failed: no such key ; - ; failed ; h-17",
                "Launch of h-17 by auto-crane succeeded ; auto-crane ; succeeded ; h-17",
                "Successfully launched EC2 instance i-0abc in group web ; web ; succeeded ; i-0abc",
                "Failed to launch a new EC2 instance: i-0abc ; - ; failed ; i-0abc",
                "web-asg - autoscaling:EC2_INSTANCE_LAUNCH_ERROR ; web-asg ; failed ; -",
                "web-asg - autoscaling:EC2_INSTANCE_LAUNCH ; web-asg ; succeeded ; -",
                "Auto Scaling: launch for group \"web\" ; web ; succeeded ; -",
                "image-build - #12 Failure after 1 min 2 sec (<https://ci.example.com/12|Open>) ; image-build ; failed"
                        + " ; -",
                "image-build - #13 Back to normal after 59 sec ; image-build ; succeeded ; -",
                "Execution #12 of job [nightly-hosts] failed ; nightly-hosts ; failed ; -",
                "Job nightly-hosts succeeded ; nightly-hosts ; succeeded ; -",
            })
    void commonNoticesAreRead(String text, String source, String outcome, String entity) {
        var notice = only(builtIn, bot(text));
        assertThat(notice.source()).isEqualTo(source.equals("-") ? "launcher-bot" : source);
        assertThat(notice.outcome()).isEqualTo(Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)));
        assertThat(notice.entity()).isEqualTo(entity.equals("-") ? null : entity);
        assertThat(notice.automated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Has anybody seen why so many launches fail?",
                "auto-crane: failed because the key moved",
                "the launch went well, thanks all",
                "web-asg - autoscaling:EC2_INSTANCE_TERMINATE",
                "I finished lunch at 12",
                "started looking into it",
                "",
            })
    void talkIsNoLaunch(String text) {
        assertThat(builtIn.read(person(text))).isInstanceOf(Reading.NotUnderstood.class);
    }

    @Test
    void whatPeopleLaunchIsByHand() {
        assertThat(only(builtIn, person("launched h-17 by hand")).automated()).isFalse();
        assertThat(only(builtIn, person("launched h-17 by hand")).source()).isEqualTo(LaunchRules.BY_HAND);
        assertThat(only(builtIn, bot("h-17 launched by <@U0BOB00000> by hand")).automated())
                .isFalse();
        assertThat(only(builtIn, bot("image-build - #12 Started by user Bob Brown (<https://x|Open>)"))
                        .automated())
                .isFalse();
    }

    @Test
    void theTextIsTheReasonOrTheLine() {
        assertThat(only(builtIn, bot("hello\nauto-crane: failed to launch h-17: no such key"))
                        .text())
                .isEqualTo("no such key");
        assertThat(only(builtIn, bot("hello\nauto-crane: started h-17\nbye")).text())
                .isEqualTo("auto-crane: started h-17");
    }

    @Test
    void oneMessageMayTellOfMany() {
        var reading =
                (Reading.Understood) builtIn.read(bot("crane: failed h-1\ncrane: launched h-2\ncrane: failed h-1"));
        assertThat(reading.rule()).isEqualTo("launcher");
        assertThat(reading.notices()).extracting(Notice::entity).containsExactly("h-1", "h-2");
    }

    @Test
    void ownRulesComeFirstAndSayWhatTheWordsDoNot() {
        var rules = rules(new LaunchSettings.Rule(
                "crane",
                "^lift (?<entity>\\S+) (?<outcome>\\w+) in (?<zone>\\S+): (?<text>.*)",
                "auto-crane",
                null,
                true));

        var notice = only(rules, person("lift h-17 FAILED in eu-1a: rope broke"));

        assertThat(notice.source()).isEqualTo("auto-crane");
        assertThat(notice.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(notice.automated()).isTrue();
        assertThat(notice.text()).isEqualTo("rope broke");
        assertThat(notice.attributes()).containsEntry("zone", "eu-1a").hasSize(1);
    }

    @Test
    void anOutcomeThatNobodyKnowsIsSaid() {
        var rules = rules(new LaunchSettings.Rule("crane", "lift (?<outcome>\\w+)", "crane", null, null));
        assertThat(((Reading.NotUnderstood) rules.read(bot("lift exploded")))
                        .why()
                        .getFirst())
                .contains("crane", "exploded");
    }

    @Test
    void aRuleThatGoesBackWithoutEndIsStopped() {
        var rules = rules(
                new LaunchSettings.Rule("slow", "^(?:a+)+(?<outcome>failed)$", "x", null, null),
                new LaunchSettings.Rule("deep", "^(?:a|b|\\n)*(?<outcome>failed)$", "x", null, null));
        assertThat(((Reading.NotUnderstood) rules.read(bot("a".repeat(3_900))))
                        .why()
                        .getFirst())
                .contains("slow", "too long");
        assertThat(only(rules, bot("auto-crane: failed h-1")).entity()).isEqualTo("h-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "-",
                " ",
                "w-",
                "1 ",
                "failed ",
                ":a:",
                "job ",
                "x: launch ",
                "launch of h-1 by ",
                "*a",
                "\n"
            })
    void theBuiltInRulesAreQuickOnWhateverIsWritten(String piece) {
        var reading = builtIn.read(bot(piece.repeat(4_000 / piece.length())));
        if (reading instanceof Reading.NotUnderstood(var _, var why)) {
            assertThat(why).isEmpty();
        }
    }

    @Test
    void aRuleThatCanNeverReadAnythingIsRefused() {
        assertThatThrownBy(() -> new LaunchSettings.Rule("crane", "(", null, Outcome.FAILED, null))
                .hasMessageContaining("coalmine.launches.rules")
                .hasMessageContaining("crane");
        assertThatThrownBy(() -> new LaunchSettings.Rule("crane", "x", null, null, null))
                .hasMessageContaining("(?<outcome>");
        assertThatThrownBy(() -> new LaunchSettings.Rule("crane", "x", null, Outcome.FIRING, null))
                .hasMessageContaining("started, succeeded or failed");
    }

    private static Notice only(LaunchRules rules, Heard.Posted message) {
        assertThat(rules.read(message)).isInstanceOf(Reading.Understood.class);
        var notices = ((Reading.Understood) rules.read(message)).notices();
        assertThat(notices).hasSize(1);
        return notices.getFirst();
    }

    private static Heard.Posted bot(String text) {
        return posted(null, "launcher-bot", text);
    }

    private static Heard.Posted person(String text) {
        return posted("U0BOB00000", null, text);
    }

    private static Heard.Posted posted(@Nullable String person, @Nullable String bot, String text) {
        return new Heard.Posted("C0LAUNCHES", "1.000001", "1.000001", person, bot, text, "https://slack.example/1");
    }

    private static LaunchRules rules(LaunchSettings.Rule... own) {
        return new LaunchRules(
                new LaunchSettings(List.of(), List.of(own)), mock(Catalog.class, call -> call.getArguments()[0]));
    }
}
