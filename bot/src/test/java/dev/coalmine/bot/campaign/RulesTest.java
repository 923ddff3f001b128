package dev.coalmine.bot.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.bot.campaign.Deed.End;
import dev.coalmine.bot.campaign.Deed.Kind;
import dev.coalmine.bot.campaign.Evidence.Channel;
import dev.coalmine.bot.campaign.Evidence.Delivery;
import dev.coalmine.bot.campaign.Evidence.Entry;
import dev.coalmine.bot.campaign.Evidence.Incident;
import dev.coalmine.bot.campaign.Evidence.Message;
import dev.coalmine.bot.campaign.Evidence.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the campaign would notice: each rule is shown what breaks it. */
class RulesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Incident ONE = new Incident(1, "Checkout is down", "TRIAGE", "C1", false);
    private static final Entry DECLARED = new Entry(1, 1, "declared", "Declared incident “note7z” as SEV-2.");

    @Test
    void anAcknowledgedNoteMustBeThereOnce() {
        var deed = new Deed(Kind.NOTE, "note7z", End.ACKNOWLEDGED);

        assertThat(recordOf(List.of(deed), note(2))).isEmpty();
        assertThat(recordOf(List.of(deed))).containsExactly(Violation.Sort.LOST);
        assertThat(recordOf(List.of(deed), note(2), note(3))).containsExactly(Violation.Sort.DOUBLED);
    }

    @Test
    void anUnknownOneMayBeThereOnceAndARefusedOneNot() {
        var unknown = new Deed(Kind.NOTE, "note7z", End.UNKNOWN);
        var refused = new Deed(Kind.NOTE, "note7z", End.REFUSED);

        assertThat(recordOf(List.of(unknown))).isEmpty();
        assertThat(recordOf(List.of(unknown), note(2))).isEmpty();
        assertThat(recordOf(List.of(unknown), note(2), note(3))).containsExactly(Violation.Sort.DOUBLED);
        assertThat(recordOf(List.of(refused), note(2))).containsExactly(Violation.Sort.DOUBLED);
    }

    @Test
    void whatBearsNoMarkIsCounted() {
        var severity = "#1 Severity is now SEV-1";
        var deeds = List.of(
                new Deed(Kind.SEVERITY, severity, End.ACKNOWLEDGED), new Deed(Kind.SEVERITY, severity, End.UNKNOWN));
        var entry = new Entry(1, 2, "severity", "Severity is now SEV-1 (was SEV-2).");

        assertThat(recordOf(deeds, entry)).isEmpty();
        assertThat(recordOf(deeds, entry, entry)).isEmpty();
        assertThat(recordOf(deeds, entry, entry, entry)).containsExactly(Violation.Sort.DOUBLED);
        assertThat(recordOf(deeds)).containsExactly(Violation.Sort.LOST);
    }

    @Test
    void anAlertThatNoIncidentKnowsOfIsLost() {
        var evidence = evidence(List.of(), List.of(), List.of(new Page("generic", "generic9z", null)), DECLARED);

        assertThat(sorts(RecordRule.broken(evidence, List.of()))).containsExactly(Violation.Sort.LOST);
    }

    @Test
    void aSentMessageMustBeInSlackOnce() {
        var sent = delivery(1, "sent", NOON);

        assertThat(messagesOf(List.of(sent), message(1, 1))).isEmpty();
        assertThat(messagesOf(List.of(sent))).containsExactly(Violation.Sort.LOST);
        assertThat(messagesOf(List.of(sent), message(1, 1), message(1, 2))).containsExactly(Violation.Sort.DOUBLED);
    }

    @Test
    void whatIsNotDoneOrKnownToNobodyIsFound() {
        assertThat(messagesOf(List.of(delivery(1, "unsure", NOON)))).containsExactly(Violation.Sort.OTHER);
        assertThat(messagesOf(List.of(), message(1, 1))).containsExactly(Violation.Sort.OTHER);
        assertThat(messagesOf(List.of(delivery(1, "folded", NOON)))).containsExactly(Violation.Sort.LOST);
    }

    @Test
    void whatWasTriedFirstMustStandFirst() {
        var first = delivery(1, "sent", NOON);
        var second = delivery(2, "sent", NOON.plusSeconds(1));

        assertThat(messagesOf(List.of(first, second), message(1, 1), message(2, 2)))
                .isEmpty();
        assertThat(messagesOf(List.of(first, second), message(2, 1), message(1, 2)))
                .containsExactly(Violation.Sort.OTHER);
    }

    @Test
    void aChannelWithoutIncidentAndAnIncidentWithoutChannelAreFound() {
        var orphan = new Channel("C2", "inc-1-checkout", "coalmine", List.of());

        assertThat(sorts(ChannelRule.broken(evidence(List.of(), List.of(orphan), List.of(), DECLARED))))
                .containsExactlyInAnyOrder(Violation.Sort.DOUBLED, Violation.Sort.LOST);
    }

    @Test
    void aTimerThatDidNotRingOrRangTwiceIsFound() {
        var asked = "Still nobody commands this incident.";

        assertThat(timersOf()).containsExactly(Violation.Sort.LOST);
        assertThat(timersOf(asked)).isEmpty();
        assertThat(timersOf(asked, asked)).containsExactly(Violation.Sort.DOUBLED);
    }

    @Test
    void theSameSeedBreaksTheSameThings() {
        var length = Duration.ofSeconds(30);

        assertThat(Schedule.of(Store.POSTGRESQL, length, 7)).isEqualTo(Schedule.of(Store.POSTGRESQL, length, 7));
        assertThat(Schedule.of(Store.POSTGRESQL, length, 7)).isNotEqualTo(Schedule.of(Store.POSTGRESQL, length, 8));
    }

    private static Entry note(int number) {
        return new Entry(1, number, "note", "note7z");
    }

    private static Delivery delivery(long id, String state, Instant tried) {
        return new Delivery(id, "mark-" + id, "incident:1", "Post", "{}", state, false, NOON, tried, null, null);
    }

    private static Message message(long delivery, int ts) {
        return new Message("C1", "1." + ts, "coalmine", "text", "mark-" + delivery);
    }

    private static List<Violation.Sort> recordOf(List<Deed> deeds, Entry... entries) {
        var all = Stream.concat(Stream.of(DECLARED), Stream.of(entries)).toArray(Entry[]::new);
        return sorts(RecordRule.broken(evidence(List.of(), List.of(), List.of(), all), deeds));
    }

    private static List<Violation.Sort> messagesOf(List<Delivery> outbox, Message... messages) {
        var channel = new Channel("C1", "inc-1-checkout", "coalmine", List.of(messages));
        return sorts(MessageRule.broken(evidence(outbox, List.of(channel), List.of(), DECLARED)));
    }

    private static List<Violation.Sort> timersOf(String... said) {
        var messages = Stream.of(said)
                .map(it -> new Message("C1", "1.1", "coalmine", it, ""))
                .toList();
        var channel = new Channel("C1", "inc-1-checkout", "coalmine", messages);
        return sorts(TimerRule.broken(evidence(List.of(), List.of(channel), List.of(), DECLARED)));
    }

    private static Evidence evidence(
            List<Delivery> outbox, List<Channel> channels, List<Page> pages, Entry... entries) {
        return new Evidence(List.of(ONE), List.of(entries), outbox, pages, List.of(), channels, Map.of());
    }

    private static List<Violation.Sort> sorts(List<Violation> violations) {
        return violations.stream().map(Violation::sort).toList();
    }
}
