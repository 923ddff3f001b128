package dev.coalmine.bot.slack.errands;

import com.slack.api.model.Conversation;
import dev.coalmine.bot.slack.Identity;
import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Delivery;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes an incident's channel. Repeated after a crash, it finds the channel that it made before; a channel of that
 * name that somebody else made, or that was made for another database's incident, is left alone.
 */
@Component
class MakeChannel implements Runner<Errand.MakeChannel> {

    private static final int MOST_NAMES = 5;
    private static final int CLOCK_DRIFT_SECONDS = 60;

    private final Incidents incidents;
    private final Workspace workspace;
    private final TransactionTemplate transaction;
    private final SlackCalls slack;
    private final OwnChannels own;
    private final Identity identity;

    MakeChannel(
            Incidents incidents,
            Workspace workspace,
            TransactionTemplate transaction,
            SlackCalls slack,
            OwnChannels own,
            Identity identity) {
        this.incidents = incidents;
        this.workspace = workspace;
        this.transaction = transaction;
        this.slack = slack;
        this.own = own;
        this.identity = identity;
    }

    @Override
    public Class<Errand.MakeChannel> errand() {
        return Errand.MakeChannel.class;
    }

    @Override
    public String firstCall() {
        return "conversations.create";
    }

    @Override
    public Outcome run(Errand.MakeChannel errand, Delivery delivery) throws Undelivered {
        var incident = incidents.findById(errand.incident()).orElseThrow();
        if (incident.channel().isEmpty()) {
            keep(incident.number(), channelFor(incident, delivery));
        }
        return new Outcome.Done();
    }

    private String channelFor(Incident incident, Delivery delivery) throws Undelivered {
        for (var i = 1; i <= MOST_NAMES; i++) {
            var name = i == 1 ? incident.channelName() : incident.channelName() + "-" + i;
            var channel = madeOrFound(incident, name, delivery);
            if (channel.isPresent()) {
                return channel.get();
            }
        }
        throw identity.refuse(
                "every name for the channel is taken, up to %s-%d".formatted(incident.channelName(), MOST_NAMES));
    }

    private Optional<String> madeOrFound(Incident incident, String name, Delivery delivery) throws Undelivered {
        var made = slack.call(
                "conversations.create",
                null,
                api -> api.conversationsCreate(r -> r.name(name).isPrivate(incident.restricted())),
                "name_taken");
        return made.isOk() ? Optional.of(made.getChannel().getId()) : adopted(name, delivery);
    }

    /** A taken name is ours when Coalmine made that channel since this errand was first tried. */
    private Optional<String> adopted(String name, Delivery delivery) throws Undelivered {
        if (delivery.firstTried() == null) {
            return Optional.empty();
        }
        var since = delivery.firstTried().getEpochSecond() - CLOCK_DRIFT_SECONDS;
        var me = identity.botUser();
        return own.named(name)
                .filter(channel -> me.equals(channel.getCreator()) && channel.getCreated() >= since)
                .map(Conversation::getId);
    }

    private void keep(long number, String channel) {
        transaction.executeWithoutResult(_ -> {
            var incident = incidents.held(number).orElseThrow();
            incident.meetIn(channel);
            incidents.save(incident);
            workspace.furnish(number);
            if (incident.announced()) {
                workspace.announce(number);
            }
        });
    }
}
