package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.outbox.Posted;
import org.springframework.stereotype.Component;

/** Shows a person their Home tab. */
@Component
class DrawHome implements Runner<Errand.DrawHome> {

    private final Drawings drawings;
    private final SlackCalls slack;
    private final Posted posted;

    DrawHome(Drawings drawings, SlackCalls slack, Posted posted) {
        this.drawings = drawings;
        this.slack = slack;
        this.posted = posted;
    }

    @Override
    public Class<Errand.DrawHome> errand() {
        return Errand.DrawHome.class;
    }

    @Override
    public String firstCall() {
        return "views.publish";
    }

    @Override
    public Outcome run(Errand.DrawHome errand, Delivery delivery) throws Undelivered {
        var view = drawings.home(errand.person());
        var name = "home:" + errand.person();
        var print = Fingerprint.of(view);
        if (posted.shows(name, print)) {
            return new Outcome.Done();
        }
        posted.changing(name);
        slack.call(
                "views.publish",
                null,
                api -> api.viewsPublish(r -> r.userId(errand.person()).view(view)));
        posted.keep(name, new Posted.Place(errand.person(), ""));
        posted.shown(name, print);
        return new Outcome.Done();
    }
}
