package dev.coalmine.bot.slack.errands;

import com.slack.api.model.Message;
import com.slack.api.util.json.GsonFactory;
import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.PostedReader;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.storage.outbox.Delivery;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Looks at a message for somebody who wants to know how it is read. */
@Component
class LookAtMessage implements Runner<Errand.Look> {

    private static final String[] NOT_THERE = {"channel_not_found", "not_in_channel", "missing_scope"};

    private final OneMessage messages;
    private final PostedReader posts;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    LookAtMessage(
            OneMessage messages,
            PostedReader posts,
            JsonMapper json,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.messages = messages;
        this.posts = posts;
        this.json = json;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public Class<Errand.Look> errand() {
        return Errand.Look.class;
    }

    @Override
    public Outcome run(Errand.Look errand, Delivery delivery) throws Undelivered {
        var found = messages.find(errand.channel(), errand.ts(), errand.thread(), NOT_THERE)
                .map(message -> read(errand.channel(), message))
                .orElse(null);
        transaction.executeWithoutResult(_ -> events.publishEvent(new Heard.Looked(errand.person(), found)));
        return new Outcome.Done();
    }

    /** Written as it came, so that it is read as if an event had brought it. */
    private Heard.Posted read(String channel, Message message) {
        return posts.read(channel, json.readTree(GsonFactory.createSnakeCase().toJson(message)), null);
    }
}
