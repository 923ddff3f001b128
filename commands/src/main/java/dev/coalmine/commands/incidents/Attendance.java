package dev.coalmine.commands.incidents;

import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.PersonJoined;
import dev.coalmine.storage.incidents.PersonLeft;
import dev.coalmine.storage.outbox.Posted;
import dev.coalmine.storage.rules.Markup;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notices who takes part in an incident, and what is done to its channel. */
@Component
class Attendance {

    private final Incidents incidents;
    private final Workspace workspace;
    private final Posted posted;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Attendance(Incidents incidents, Workspace workspace, Posted posted, ApplicationEventPublisher events, Clock clock) {
        this.incidents = incidents;
        this.workspace = workspace;
        this.posted = posted;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void said(Heard.Said something) {
        in(something.channel()).ifPresent(incident -> {
            if (!incident.attended()) {
                attended(incident);
            }
            if (wasLostBefore(incident, something.ts())) {
                // The event that told of its return was missed.
                hold(incident, it -> it.regainChannel("The channel is in use again.", null, clock.instant()));
            }
        });
    }

    /** What was said before the loss may be heard after it. */
    private static boolean wasLostBefore(Incident incident, String ts) {
        return incident.channelLostAt()
                .filter(lost -> BigDecimal.valueOf(lost.getEpochSecond()).compareTo(new BigDecimal(ts)) < 0)
                .isPresent();
    }

    /** Being invited by Coalmine is not yet taking part. */
    @EventListener
    void joined(Heard.Joined who) {
        in(who.channel()).ifPresent(incident -> {
            if (!who.invitedByCoalmine()) {
                attended(incident);
            }
            workspace.meet(who.person());
            events.publishEvent(new PersonJoined(incident.number(), clock.instant(), who.person()));
        });
    }

    @EventListener
    void left(Heard.Left who) {
        incidents
                .findByChannel(who.channel())
                .ifPresent(incident ->
                        events.publishEvent(new PersonLeft(incident.number(), clock.instant(), who.person())));
    }

    @EventListener
    void channelChanged(Heard.ChannelChanged it) {
        change(it.channel(), incident -> {
            if (it.usable()) {
                incident.regainChannel(it.how(), it.person(), clock.instant());
            } else {
                incident.loseChannel(it.how(), it.person(), clock.instant());
            }
        });
    }

    @EventListener
    void channelRenamed(Heard.ChannelRenamed it) {
        change(
                it.channel(),
                incident -> incident.changeChannel(
                        "The channel is called #%s now; the incident itself is unchanged."
                                .formatted(Markup.escape(it.name())),
                        null,
                        clock.instant()));
    }

    /** Slack's doing opens or hides what is written in the channel; the incident is as private as it was declared. */
    @EventListener
    void channelConverted(Heard.ChannelConverted it) {
        change(it.channel(), incident -> {
            incident.changeChannel(converted(incident, it.hidden()), it.person(), clock.instant());
            if (incident.restricted() && !it.hidden()) {
                workspace.say(incident.number(), "Careful: this channel was made public. Everybody can read it now.");
            }
        });
    }

    private static String converted(Incident incident, boolean hidden) {
        var now = hidden ? "private" : "public";
        return "The channel was made %s in Slack; the incident itself stays %s."
                .formatted(now, incident.restricted() ? "private" : "open to all");
    }

    @EventListener
    void channelMoved(Heard.ChannelMoved it) {
        change(it.before(), incident -> incident.moveChannel(it.now(), clock.instant()));
        posted.moved(it.before(), it.now());
    }

    private Optional<Incident> in(String channel) {
        return incidents.findByChannel(channel);
    }

    private void change(String channel, Consumer<Incident> work) {
        in(channel).ifPresent(incident -> hold(incident, work));
    }

    private void hold(Incident seen, Consumer<Incident> work) {
        incidents.held(seen.number()).ifPresent(incident -> {
            work.accept(incident);
            incidents.save(incident);
        });
    }

    private void attended(Incident seen) {
        incidents.held(seen.number()).ifPresent(Incident::attend);
    }
}
