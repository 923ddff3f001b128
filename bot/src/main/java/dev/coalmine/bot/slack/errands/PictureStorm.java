package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.bot.slack.Uploads;
import dev.coalmine.bot.storms.StormPlot;
import dev.coalmine.commands.storms.StormRate;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.outbox.Posted;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a picture of a storm's rate into its incident's channel, and takes the one before away: Slack changes no files. */
@Component
class PictureStorm implements Runner<Errand.PictureStorm> {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Incidents incidents;
    private final StormRate rate;
    private final StormPlot plot;
    private final Uploads uploads;
    private final Posted posted;
    private final SlackCalls slack;

    PictureStorm(
            Incidents incidents, StormRate rate, StormPlot plot, Uploads uploads, Posted posted, SlackCalls slack) {
        this.incidents = incidents;
        this.rate = rate;
        this.plot = plot;
        this.uploads = uploads;
        this.posted = posted;
        this.slack = slack;
    }

    @Override
    public Class<Errand.PictureStorm> errand() {
        return Errand.PictureStorm.class;
    }

    @Override
    public String firstCall() {
        return "files.getUploadURLExternal";
    }

    @Override
    public Outcome run(Errand.PictureStorm errand, Delivery delivery) throws Undelivered {
        var incident = incidents.findById(errand.incident()).orElseThrow();
        if (incident.channelGone()) {
            return new Outcome.Done();
        }
        var channel = incident.channel();
        if (channel.isEmpty()) {
            return new Outcome.Held(SOON, "the channel is still being made");
        }
        if (!uploads.isThere(delivery, channel.get())) {
            replace(errand.storm(), channel.get(), delivery);
        }
        return new Outcome.Done();
    }

    private void replace(long storm, String channel, Delivery delivery) throws Undelivered {
        var file = "storm-picture:" + storm;
        var message = "storm-picture-message:" + storm;
        var before = posted.find(file);
        var messageBefore = posted.find(message);
        var shared = share(storm, channel, delivery);
        posted.keep(file, new Posted.Place(channel, shared));
        posted.forget(message);
        if (before.isPresent()) {
            takeAway(before.get().ts(), messageBefore);
        }
        uploads.message(delivery, channel, shared).ifPresent(ts -> posted.keep(message, new Posted.Place(channel, ts)));
    }

    private void takeAway(String file, Optional<Posted.Place> message) throws Undelivered {
        if (message.isPresent()) {
            slack.call(
                    "chat.delete",
                    null,
                    api -> api.chatDelete(r ->
                            r.channel(message.get().channel()).ts(message.get().ts())),
                    "message_not_found");
        }
        slack.call("files.delete", null, api -> api.filesDelete(r -> r.file(file)), "file_not_found", "file_deleted");
    }

    private String share(long storm, String channel, Delivery delivery) throws Undelivered {
        var drawing = rate.of(storm);
        return uploads.share(
                delivery,
                channel,
                "storm-%d.png".formatted(storm),
                drawing.title() + ".",
                out -> plot.write(drawing, out));
    }
}
