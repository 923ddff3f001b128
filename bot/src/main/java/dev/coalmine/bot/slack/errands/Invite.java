package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Directory;
import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.rules.Markup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Invites people to the incident's channel, and says whom it could not find. */
@Component
class Invite implements Runner<Errand.Invite> {

    // Slack takes 100 people in one call.
    private static final int MOST = 100;

    private final Incidents incidents;
    private final Directory directory;
    private final SlackCalls slack;
    private final Workspace workspace;
    private final TransactionTemplate transaction;

    Invite(
            Incidents incidents,
            Directory directory,
            SlackCalls slack,
            Workspace workspace,
            TransactionTemplate transaction) {
        this.incidents = incidents;
        this.directory = directory;
        this.slack = slack;
        this.workspace = workspace;
        this.transaction = transaction;
    }

    @Override
    public Class<Errand.Invite> errand() {
        return Errand.Invite.class;
    }

    @Override
    public String firstCall() {
        return "conversations.invite";
    }

    @Override
    public Outcome run(Errand.Invite errand, Delivery delivery) throws Undelivered {
        var incident = incidents.findById(errand.incident()).orElseThrow();
        if (incident.channelGone() || incident.needsNoChannel()) {
            return new Outcome.Done();
        }
        var channel = incident.channel();
        if (channel.isEmpty()) {
            return new Outcome.Dead("the incident has no channel");
        }
        var found = new LinkedHashSet<String>();
        var unknown = new ArrayList<String>();
        for (var name : errand.people()) {
            directory.find(name).ifPresentOrElse(found::addAll, () -> unknown.add(name));
        }
        invite(channel.get(), found);
        sayUnknown(errand.incident(), unknown);
        return new Outcome.Done();
    }

    private void invite(String channel, Set<String> people) throws Undelivered {
        if (!people.isEmpty()) {
            // With force, one who cannot be invited does not keep the others out.
            slack.call(
                    "conversations.invite",
                    null,
                    api -> api.conversationsInvite(r -> r.channel(channel)
                            .users(people.stream().limit(MOST).toList())
                            .force(true)),
                    "already_in_channel",
                    "cant_invite_self");
        }
    }

    private void sayUnknown(long incident, List<String> unknown) {
        if (!unknown.isEmpty()) {
            transaction.executeWithoutResult(_ -> workspace.say(
                    incident,
                    "Nobody in Slack is known as %s, so they were not invited. Use Slack's own `/invite` if you know who it is."
                            .formatted(Markup.escape(String.join(", ", unknown)))));
        }
    }
}
