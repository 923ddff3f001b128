package dev.coalmine.bot.campaign;

import dev.coalmine.bot.campaign.Evidence.Delivery;
import dev.coalmine.bot.campaign.Evidence.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every message is in Slack exactly once, or listed as dead; those of a lane in the order in which they were due. */
final class MessageRule {

    /** Deliveries that are one message each. */
    private static final Set<String> MESSAGES = Set.of("Post", "Answer", "Tell");

    /** Deliveries whose message is posted once and changed from then on. */
    private static final Set<String> IN_PLACE = Set.of("DrawCard", "DrawAnnouncement", "AskForCommander");

    private static final Duration SLOWEST_COMMIT = Duration.ofSeconds(5);

    private MessageRule() {}

    static List<Violation> broken(Evidence evidence) {
        var deliveries = evidence.deliveries();
        var messages = evidence.messages();
        return Stream.of(
                        stuck(evidence),
                        missing(evidence, messages),
                        folded(evidence),
                        doubled(messages),
                        unknown(messages, deliveries),
                        inPlace(messages, deliveries),
                        disorder(messages, deliveries))
                .flatMap(it -> it)
                .toList();
    }

    private static Stream<Violation> stuck(Evidence evidence) {
        return evidence.outbox().stream()
                .filter(it -> it.pending()
                        || it.state().equals("sending")
                        || it.state().equals("unsure"))
                .map(it -> Violation.other("not done with: " + it.shown()));
    }

    private static Stream<Violation> missing(Evidence evidence, Map<String, List<Message>> messages) {
        return evidence.outbox().stream()
                .filter(it -> MESSAGES.contains(it.kind()) && it.state().equals("sent"))
                .filter(it -> !messages.containsKey(it.mark()))
                .map(it -> Violation.lost("not in Slack: %s %s".formatted(it.shown(), it.body())));
    }

    /** What was folded into another went out, or was given up, with that. */
    private static Stream<Violation> folded(Evidence evidence) {
        var done = evidence.outbox().stream()
                .filter(it -> Set.of("sent", "dead").contains(it.state()))
                .map(Delivery::id)
                .collect(Collectors.toSet());
        return evidence.outbox().stream()
                .filter(it -> it.state().equals("folded"))
                .filter(it -> it.foldedInto() == null || !done.contains(it.foldedInto()))
                .map(it -> Violation.lost("folded into nothing that was sent: %s".formatted(it.shown())));
    }

    private static Stream<Violation> doubled(Map<String, List<Message>> messages) {
        return messages.entrySet().stream()
                .filter(it -> it.getValue().size() > 1)
                .map(it -> Violation.doubled("delivery %s is in Slack %d times: %s"
                        .formatted(it.getKey(), it.getValue().size(), it.getValue())));
    }

    private static Stream<Violation> unknown(Map<String, List<Message>> messages, Map<String, Delivery> deliveries) {
        return messages.values().stream()
                .flatMap(List::stream)
                .filter(it -> !Set.of("sent", "dead").contains(state(deliveries.get(it.mark()))))
                .map(it -> Violation.other(
                        "in Slack, but the outbox has it as %s: %s".formatted(state(deliveries.get(it.mark())), it)));
    }

    private static String state(@Nullable Delivery delivery) {
        return delivery == null ? "unknown" : delivery.state();
    }

    /** A message and what it was posted for. */
    private record Sent(Message message, Delivery delivery) {

        String drawn() {
            return delivery.kind() + " " + delivery.body();
        }

        String lane() {
            return "%s in %s".formatted(delivery.lane(), message.channel());
        }

        Instant tried() {
            return delivery.firstTried() == null ? delivery.created() : delivery.firstTried();
        }

        /**
         * A lane sends one after the other: what is tried first is done before the next is tried. Numbers alone say
         * little, since a lower one may be committed later; but not by much, so the times they were given at have to
         * agree as well.
         */
        boolean wronglyBefore(Sent next) {
            return tried().isAfter(next.tried())
                    || delivery.id() > next.delivery.id()
                            && delivery.created().minus(SLOWEST_COMMIT).isAfter(next.delivery.created());
        }
    }

    private static Stream<Sent> sent(Map<String, List<Message>> messages, Map<String, Delivery> deliveries) {
        return messages.values().stream()
                .flatMap(List::stream)
                .flatMap(it ->
                        Optional.ofNullable(deliveries.get(it.mark()))
                                .map(delivery -> new Sent(it, delivery))
                                .stream());
    }

    private static Stream<Violation> inPlace(Map<String, List<Message>> messages, Map<String, Delivery> deliveries) {
        return sent(messages, deliveries)
                .filter(it -> IN_PLACE.contains(it.delivery().kind()))
                .collect(Collectors.groupingBy(Sent::drawn))
                .entrySet()
                .stream()
                .filter(it -> it.getValue().size() > 1)
                .map(it -> Violation.doubled("%s is in Slack %d times: %s"
                        .formatted(it.getKey(), it.getValue().size(), it.getValue())));
    }

    private static Stream<Violation> disorder(Map<String, List<Message>> messages, Map<String, Delivery> deliveries) {
        return sent(messages, deliveries).collect(Collectors.groupingBy(Sent::lane)).entrySet().stream()
                .flatMap(it -> disorder(it.getKey(), it.getValue()));
    }

    private static Stream<Violation> disorder(String lane, List<Sent> messages) {
        var shown = messages.stream()
                .sorted(Comparator.comparing(it -> it.message().ts()))
                .toList();
        return IntStream.range(1, shown.size())
                .filter(i -> shown.get(i - 1).wronglyBefore(shown.get(i)))
                .mapToObj(i -> Violation.other("out of order in lane %s: %s before %s"
                        .formatted(
                                lane,
                                shown.get(i - 1).delivery().shown(),
                                shown.get(i).delivery().shown())));
    }
}
