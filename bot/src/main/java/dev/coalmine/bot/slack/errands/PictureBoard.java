package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.hypotheses.BoardPlot;
import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.bot.slack.Uploads;
import dev.coalmine.commands.hypotheses.BoardPicture;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Delivery;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Puts a picture of an incident's hypotheses and evidence into its channel. */
@Component
class PictureBoard implements Runner<Errand.PictureBoard> {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Incidents incidents;
    private final BoardPicture picture;
    private final BoardPlot plot;
    private final Uploads uploads;

    PictureBoard(Incidents incidents, BoardPicture picture, BoardPlot plot, Uploads uploads) {
        this.incidents = incidents;
        this.picture = picture;
        this.plot = plot;
        this.uploads = uploads;
    }

    @Override
    public Class<Errand.PictureBoard> errand() {
        return Errand.PictureBoard.class;
    }

    @Override
    public String firstCall() {
        return "files.getUploadURLExternal";
    }

    @Override
    public Outcome run(Errand.PictureBoard errand, Delivery delivery) throws Undelivered {
        var incident = incidents.findById(errand.incident()).orElseThrow();
        if (incident.channelGone()) {
            return new Outcome.Done();
        }
        var channel = incident.channel();
        if (channel.isEmpty()) {
            return new Outcome.Held(SOON, "the channel is still being made");
        }
        if (!uploads.isThere(delivery, channel.get())) {
            share(errand.incident(), channel.get(), delivery);
        }
        return new Outcome.Done();
    }

    private void share(long incident, String channel, Delivery delivery) throws Undelivered {
        var drawing = picture.of(incident);
        uploads.share(
                delivery,
                channel,
                "hypotheses-%d.png".formatted(incident),
                drawing.title() + ".",
                out -> plot.write(drawing, out));
    }
}
