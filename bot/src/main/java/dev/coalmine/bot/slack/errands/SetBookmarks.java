package dev.coalmine.bot.slack.errands;

import com.slack.api.model.Bookmark;
import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.bot.web.TimelineAddress;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Links;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.outbox.Posted;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts the incident's links above its channel. Adding a bookmark twice makes two, so they are listed first. */
@Component
class SetBookmarks implements Runner<Errand.SetBookmarks> {

    private static final Duration UNTIL_THE_CARD = Duration.ofSeconds(1);

    private final Incidents incidents;
    private final SlackCalls slack;
    private final Posted posted;
    private final TimelineAddress address;

    SetBookmarks(Incidents incidents, SlackCalls slack, Posted posted, TimelineAddress address) {
        this.incidents = incidents;
        this.slack = slack;
        this.posted = posted;
        this.address = address;
    }

    @Override
    public Class<Errand.SetBookmarks> errand() {
        return Errand.SetBookmarks.class;
    }

    @Override
    public String firstCall() {
        return "bookmarks.list";
    }

    @Override
    public Outcome run(Errand.SetBookmarks errand, Delivery delivery) throws Undelivered {
        var incident = incidents.findById(errand.incident()).orElseThrow();
        var channel = incident.channel().filter(_ -> !incident.channelGone());
        if (channel.isEmpty()) {
            return new Outcome.Done();
        }
        var card = posted.find("card:" + incident.number());
        if (card.isEmpty()) {
            return new Outcome.Held(UNTIL_THE_CARD, "the card is not there yet");
        }
        addMissing(channel.get(), links(incident, card.get()));
        return new Outcome.Done();
    }

    private void addMissing(String channel, Map<String, String> links) throws Undelivered {
        if (links.isEmpty()) {
            return;
        }
        var there = there(channel);
        for (var link : links.entrySet()) {
            if (!there.contains(link.getKey())) {
                slack.call(
                        "bookmarks.add",
                        null,
                        api -> api.bookmarksAdd(r -> r.channelId(channel)
                                .type("link")
                                .title(link.getKey())
                                .link(link.getValue())));
            }
        }
    }

    private List<String> there(String channel) throws Undelivered {
        return slack
                .call("bookmarks.list", null, api -> api.bookmarksList(r -> r.channelId(channel)))
                .getBookmarks()
                .stream()
                .map(Bookmark::getTitle)
                .toList();
    }

    private Map<String, String> links(Incident incident, Posted.Place card) throws Undelivered {
        var links = new LinkedHashMap<String, String>();
        links.put("Timeline", timeline(incident, card));
        incident.runbook().filter(Links::isWeb).ifPresent(link -> links.put("Runbook", link));
        incident.link().filter(Links::isWeb).ifPresent(link -> links.put("Where it was seen", link));
        return links;
    }

    /** Where the timeline is not served, the card is the way to it. */
    private String timeline(Incident incident, Posted.Place card) throws Undelivered {
        var served = address.of(incident.number());
        return served.isPresent()
                ? served.get()
                : slack.call(
                                "chat.getPermalink",
                                null,
                                api -> api.chatGetPermalink(
                                        r -> r.channel(card.channel()).messageTs(card.ts())))
                        .getPermalink();
    }
}
