package dev.coalmine.commands.incidents;

import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.PersonJoined;
import dev.coalmine.storage.incidents.PersonLeft;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notices who takes part in an incident, and what is done to its channel. */
@Component
class Attendance {

    private final Incidents incidents;
    private final Workspace workspace;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Attendance(Incidents incidents, Workspace workspace, ApplicationEventPublisher events, Clock clock) {
        this.incidents = incidents;
        this.workspace = workspace;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void said(Heard.Said something) {
        incidents.findByChannel(something.channel()).filter(i -> !i.attended()).ifPresent(this::attended);
    }

    /** Being invited by Coalmine is not yet taking part. */
    @EventListener
    void joined(Heard.Joined who) {
        incidents.findByChannel(who.channel()).ifPresent(incident -> {
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
        incidents.findByChannel(it.channel()).ifPresent(incident -> {
            if (it.usable()) {
                incident.regainChannel(it.how(), it.person(), clock.instant());
            } else {
                incident.loseChannel(it.how(), it.person(), clock.instant());
            }
            incidents.save(incident);
        });
    }

    @EventListener
    void channelMoved(Heard.ChannelMoved it) {
        incidents.findByChannel(it.before()).ifPresent(incident -> {
            incident.meetIn(it.now());
            incidents.save(incident);
        });
    }

    private void attended(Incident seen) {
        incidents.held(seen.number()).ifPresent(Incident::attend);
    }
}
