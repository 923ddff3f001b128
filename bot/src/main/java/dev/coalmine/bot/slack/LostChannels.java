package dev.coalmine.bot.slack;

import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Posted;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices by Slack's refusals that an incident's channel cannot be used, when no event has told of it. */
@Component
class LostChannels {

    private static final Map<String, String> LOST = Map.of(
            "is_archived", "The channel was archived in Slack; the incident itself is unchanged.",
            "channel_not_found", "The channel was deleted in Slack, or Coalmine was removed from it.",
            "not_in_channel", Heard.REMOVED);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Incidents incidents;
    private final Posted posted;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    LostChannels(
            Incidents incidents, Posted posted, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.incidents = incidents;
        this.posted = posted;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * What becomes of the errand. What was to be said in a channel that is lost is done with: it stands in the timeline,
     * of which people are told when the channel is back.
     */
    Outcome outcome(Errand errand, Undelivered refused) {
        if (errand instanceof Errand.DrawAnnouncement && refused.code().equals("channel_not_found")) {
            return lookUpAgain(refused);
        }
        var how = Optional.ofNullable(LOST.get(refused.code()));
        var channel = incident(errand).flatMap(incidents::findById).flatMap(Incident::channel);
        if (how.isEmpty() || channel.isEmpty()) {
            return refused.outcome();
        }
        transaction.executeWithoutResult(_ -> hear(channel.get(), how.get()));
        return new Outcome.Done();
    }

    /** Another channel may have the name by now. */
    private Outcome lookUpAgain(Undelivered refused) {
        var known = posted.endingsOf("channel:");
        known.forEach(name -> posted.forget("channel:" + name));
        return known.isEmpty() ? refused.outcome() : new Outcome.Later(LOOK_AGAIN, refused.code());
    }

    private void hear(String channel, String how) {
        if (incidents.findByChannel(channel).filter(it -> !it.channelGone()).isPresent()) {
            events.publishEvent(new Heard.ChannelChanged(channel, null, false, how));
        }
    }

    /** Of what goes into the channel of an incident; the rest goes elsewhere. */
    private static Optional<Long> incident(Errand errand) {
        return switch (errand) {
            case Errand.Post it -> Optional.of(it.incident());
            case Errand.AskForCommander it -> Optional.of(it.incident());
            case Errand.DrawCard it -> Optional.of(it.incident());
            case Errand.DrawStorm it -> Optional.of(it.incident());
            case Errand.PictureStorm it -> Optional.of(it.incident());
            case Errand.SetTopic it -> Optional.of(it.incident());
            case Errand.SetBookmarks it -> Optional.of(it.incident());
            case Errand.Invite it -> Optional.of(it.incident());
            default -> Optional.empty();
        };
    }
}
