package dev.coalmine.bot.campaign;

import dev.coalmine.bot.campaign.Evidence.Channel;
import dev.coalmine.bot.campaign.Evidence.Delivery;
import dev.coalmine.bot.campaign.Evidence.Incident;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each incident has one channel, and no channel is without its incident. */
final class ChannelRule {

    private ChannelRule() {}

    static List<Violation> broken(Evidence evidence) {
        return Stream.concat(orphans(evidence), missing(evidence)).toList();
    }

    private static Stream<Violation> orphans(Evidence evidence) {
        var known = evidence.incidents().stream()
                .map(Incident::channel)
                .filter(it -> it != null)
                .collect(Collectors.toSet());
        return evidence.channels().stream()
                .filter(it -> it.creator().equals("coalmine") && it.name().startsWith("inc-"))
                .filter(it -> !known.contains(it.id()))
                .map(ChannelRule::orphan);
    }

    private static Violation orphan(Channel channel) {
        return Violation.doubled("channel #%s (%s) belongs to no incident".formatted(channel.name(), channel.id()));
    }

    private static Stream<Violation> missing(Evidence evidence) {
        return evidence.incidents().stream()
                .filter(it -> evidence.channel(it.channel()).isEmpty())
                .filter(it -> evidence.outbox().stream().noneMatch(row -> givenUp(row, it)))
                .map(it -> Violation.lost("incident %d has no channel: %s".formatted(it.number(), it.channel())));
    }

    private static boolean givenUp(Delivery row, Incident incident) {
        return row.kind().equals("MakeChannel")
                && row.state().equals("dead")
                && row.body().matches(".*\"incident\":%d\\b.*".formatted(incident.number()));
    }
}
