package dev.coalmine.commands.outbox;

import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Dead;
import dev.coalmine.storage.outbox.Outbox;
import dev.coalmine.storage.rules.Refused;
import dev.coalmine.storage.timeline.Draft;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was given up, and what becomes of it. */
@Component
@Transactional
public class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int MOST_AT_ONCE = 1_000;

    private final Outbox outbox;
    private final Incidents incidents;
    private final Timeline timeline;
    private final Clock clock;

    DeadLetters(Outbox outbox, Incidents incidents, Timeline timeline, Clock clock) {
        this.outbox = outbox;
        this.incidents = incidents;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The newest. */
    public List<DeadLetter> latest(int most) {
        return outbox.dead(most).stream().map(this::read).toList();
    }

    /** Puts one back into its lane, where it is sent as if it were new. */
    public void sendAgain(long id) {
        if (!outbox.retry(id)) {
            throw unknown(id);
        }
    }

    /** @return how many there were */
    public int sendAllAgain() {
        var all = outbox.dead(MOST_AT_ONCE).reversed();
        all.forEach(dead -> outbox.retry(dead.id()));
        return all.size();
    }

    /**
     * Gives one up for good. Who did that stands in the incident's timeline, and in the log.
     *
     * @param person Slack id
     */
    public void drop(long id, String person) {
        var dead = outbox.dead(MOST_AT_ONCE).stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow(() -> unknown(id));
        if (!outbox.drop(id)) {
            throw unknown(id);
        }
        log.info("{} dropped delivery {} ({}), which had been given up: {}", person, id, dead.kind(), dead.reason());
        dead.incident()
                .ifPresent(incident -> timeline.append(new Draft(
                        incident,
                        clock.instant(),
                        "dropped",
                        person,
                        "Dropped %s that could not be delivered, because %s."
                                .formatted(
                                        what(dead.kind()),
                                        Cause.of(dead.reason()).words()))));
    }

    private static Refused unknown(long id) {
        return new Refused("There is no message %d that was given up. `/incident outbox` lists them.".formatted(id));
    }

    private DeadLetter read(Dead dead) {
        var incident = dead.incident().flatMap(incidents::findById);
        return new DeadLetter(
                dead.id(),
                dead.at(),
                what(dead.kind()),
                incident.map(Incident::number),
                incident.filter(Incident::restricted).isPresent(),
                dead.joined(),
                Cause.of(dead.reason()));
    }

    private static String what(String kind) {
        return switch (kind) {
            case "MakeChannel" -> "the making of the channel";
            case "SetTopic" -> "the channel's topic";
            case "DrawCard" -> "the card";
            case "SetBookmarks" -> "the channel's bookmarks";
            case "DrawAnnouncement" -> "the announcement";
            case "DrawHome" -> "a Home tab";
            case "Invite" -> "an invitation";
            case "Post" -> "a message into the channel";
            case "PostBelow" -> "a question in the channel";
            case "DrawBoard" -> "the board of hypotheses";
            case "PictureBoard" -> "a picture of the board";
            case "Answer" -> "an answer in a thread";
            case "Tell" -> "a private message";
            case "Upload" -> "a file";
            case "ReadMessage" -> "the reading of a message that was marked";
            case "NameChannel" -> "a message of a launcher, whose channel was to be asked for its name";
            case "Look" -> "the reading of a message that somebody wanted to try";
            case "Meet" -> "the question who somebody is";
            default -> "an errand of kind " + kind;
        };
    }
}
