package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Directory;
import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.outbox.Delivery;
import org.springframework.stereotype.Component;

/** Learns a person's name, e-mail address and time zone. */
@Component
class Meet implements Runner<Errand.Meet> {

    private final Directory directory;

    Meet(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Class<Errand.Meet> errand() {
        return Errand.Meet.class;
    }

    @Override
    public String firstCall() {
        return "users.info";
    }

    @Override
    public Outcome run(Errand.Meet errand, Delivery delivery) throws Undelivered {
        directory.meet(errand.person());
        return new Outcome.Done();
    }
}
