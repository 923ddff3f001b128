package dev.coalmine.bot.slack.errands;

import com.slack.api.model.Conversation;
import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.incidents.IncidentSettings;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.outbox.Posted;
import org.springframework.stereotype.Component;

/** Shows the incident in the announcements channel: one message, edited in place. */
@Component
class DrawAnnouncement implements Runner<Errand.DrawAnnouncement> {

    private final Incidents incidents;
    private final Drawings drawings;
    private final InPlace inPlace;
    private final OwnChannels own;
    private final Posted posted;
    private final IncidentSettings settings;

    DrawAnnouncement(
            Incidents incidents,
            Drawings drawings,
            InPlace inPlace,
            OwnChannels own,
            Posted posted,
            IncidentSettings settings) {
        this.incidents = incidents;
        this.drawings = drawings;
        this.inPlace = inPlace;
        this.own = own;
        this.posted = posted;
        this.settings = settings;
    }

    @Override
    public Class<Errand.DrawAnnouncement> errand() {
        return Errand.DrawAnnouncement.class;
    }

    @Override
    public Outcome run(Errand.DrawAnnouncement errand, Delivery delivery) throws Undelivered {
        var incident = incidents.findById(errand.incident()).orElseThrow();
        var channel = channel();
        if (channel.isEmpty()) {
            return new Outcome.Dead(
                    "Coalmine is in no channel called %s; invite it there".formatted(settings.announcements()));
        }
        inPlace.show(
                "announcement:" + incident.number(),
                channel,
                drawings.announcementLine(incident),
                drawings.announcement(incident),
                delivery);
        return new Outcome.Done();
    }

    /** Its id, looked up once and kept. */
    private String channel() throws Undelivered {
        var name = settings.announcements().replaceFirst("^#", "");
        if (name.matches("[CG][A-Z0-9]{5,}")) {
            return name;
        }
        var known = posted.find("channel:" + name);
        if (known.isPresent()) {
            return known.get().channel();
        }
        var id = own.named(name).map(Conversation::getId).orElse("");
        if (!id.isEmpty()) {
            posted.keep("channel:" + name, new Posted.Place(id, ""));
        }
        return id;
    }
}
