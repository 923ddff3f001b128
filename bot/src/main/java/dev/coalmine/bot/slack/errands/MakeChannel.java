package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.ChannelMaking;
import dev.coalmine.storage.incidents.ChannelMakings;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Delivery;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes an incident's channel, one, whoever dies meanwhile. Which name Slack is asked for is written down before it is
 * asked; whoever goes on after a crash looks for what may have been made since then. A taken name that was never asked
 * for is somebody else's.
 */
@Component
class MakeChannel implements Runner<Errand.MakeChannel> {

    private final Incidents incidents;
    private final ChannelMakings makings;
    private final Workspace workspace;
    private final TransactionTemplate transaction;
    private final SlackCalls slack;
    private final OwnChannels own;
    private final Clock clock;

    MakeChannel(
            Incidents incidents,
            ChannelMakings makings,
            Workspace workspace,
            TransactionTemplate transaction,
            SlackCalls slack,
            OwnChannels own,
            Clock clock) {
        this.incidents = incidents;
        this.makings = makings;
        this.workspace = workspace;
        this.transaction = transaction;
        this.slack = slack;
        this.own = own;
        this.clock = clock;
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
        // In a storm many are merged before their turn to get a channel comes.
        var unneeded = incident.needsNoChannel() && makings.of(incident).asked() == null;
        if (incident.channel().isPresent() || unneeded) {
            return new Outcome.Done();
        }
        try {
            var channel = channelFor(incident);
            return channel.map(id -> keep(incident.number(), id))
                    .orElseGet(() -> refused(incident.number(), "every name for it is taken"));
        } catch (Undelivered failed) {
            if (failed.outcome() instanceof Outcome.Dead(var reason)) {
                return refused(incident.number(), reason);
            }
            throw failed;
        }
    }

    /** Empty when all names are taken. */
    private Optional<String> channelFor(Incident incident) throws Undelivered {
        var making = makings.of(incident);
        var channel = madeBefore(incident, making);
        while (channel.isEmpty() && making.nth() <= ChannelMaking.NAMES) {
            channel = made(incident, making);
            making = making.next();
        }
        return channel;
    }

    private Optional<String> madeBefore(Incident incident, ChannelMaking making) throws Undelivered {
        return making.asked() == null ? Optional.empty() : own.madeFor(incident, making);
    }

    private Optional<String> made(Incident incident, ChannelMaking making) throws Undelivered {
        var asked = makings.asking(making, clock.instant());
        try {
            var made = slack.call(
                    "conversations.create",
                    null,
                    api -> api.conversationsCreate(r -> r.name(asked.name()).isPrivate(incident.restricted())),
                    "name_taken");
            // Slack may list a channel a little later than it takes the name.
            return made.isOk() ? Optional.of(made.getChannel().getId()) : madeBefore(incident, making);
        } catch (Undelivered failed) {
            if (making.asked() == null && !(failed.outcome() instanceof Outcome.Unsure)) {
                makings.inVain(asked);
            }
            throw failed;
        }
    }

    private Outcome keep(long number, String channel) {
        transaction.executeWithoutResult(_ -> {
            var incident = incidents.held(number).orElseThrow();
            // Another replica may have gone on with it meanwhile.
            if (incident.channel().isEmpty()) {
                incident.meetIn(channel, clock.instant());
                incidents.save(incident);
                makings.forget(number);
                workspace.furnish(number);
                announce(incident);
            }
        });
        return new Outcome.Done();
    }

    private void announce(Incident incident) {
        if (incident.announced()) {
            workspace.announce(incident.number());
        }
    }

    /** The incident goes on without; people are told, and may try again once they have mended the reason. */
    private Outcome refused(long number, String reason) {
        transaction.executeWithoutResult(_ -> {
            var incident = incidents.held(number).orElseThrow();
            incident.loseChannel("Slack did not make a channel: %s.".formatted(reason), null, clock.instant());
            incidents.save(incident);
            makings.forget(number);
        });
        return new Outcome.Dead(reason);
    }
}
