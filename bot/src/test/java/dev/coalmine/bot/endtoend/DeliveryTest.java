package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.script.Call;
import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.sandbox.script.Said;
import dev.coalmine.sandbox.script.Script;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slack is slow, refuses, or answers nothing; everything arrives all the same, once and in order. */
class DeliveryTest extends Conversation {

    private final Script slack = coalmine.sandbox().script();

    @AfterEach
    void mend() {
        slack.clearFaults();
    }

    @Test
    void whatIsSaidInAChannelKeepsItsOrder() {
        var incident = declared("In order");
        for (var i = 1; i <= 20; i++) {
            incident.hears(alice, "title In order, step " + i);
        }

        incident.channel().eventuallyShows("step 20” (was");
        assertThat(titles(incident))
                .hasSize(20)
                .isEqualTo(titles(incident).stream()
                        .sorted((a, b) -> Integer.compare(step(a), step(b)))
                        .toList());
    }

    @Test
    void aPauseThatSlackAsksForIsKept() {
        var incident = declared("Paused");
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        var before = lastCall();
        slack.breaks(Json.object()
                .put("kind", "ratelimited")
                .put("method", "chat.postMessage")
                .put("retry_after", 2)
                .put("times", 1));

        incident.hears(alice, "severity 1");
        incident.hears(alice, "severity 2");
        incident.channel().eventuallyShows("Severity is now SEV-2 (was");

        var posts = slack.calls(before).stream()
                .filter(it -> it.method().equals("chat.postMessage"))
                .toList();
        assertThat(posts).extracting(Call::outcome).startsWith("ratelimited", "ok", "ok");
        assertThat(Duration.between(posts.get(0).at(), posts.get(1).at()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(severities(incident)).hasSize(2);
        assertThat(severities(incident).getFirst()).contains("SEV-1");
    }

    @ParameterizedTest
    @CsvSource({
        "reset_after, conversations.create",
        "http_500, conversations.create",
        "reset_after, chat.postMessage",
        "http_500, chat.postMessage",
        "reset_after, chat.update",
        "reset_after, pins.add",
        "reset_after, conversations.invite",
        "reset_after, conversations.setTopic",
        "reset_after, bookmarks.add",
        "ratelimited, conversations.create",
        "ratelimited, chat.update"
    })
    void nothingIsLostAndNothingIsDoubled(String fault, String method) {
        slack.failsBy(fault, method, 1);
        var incident = declared("sev:4 service:checkout Survives %s of %s".formatted(fault, method));
        incident.hears(alice, "severity 3");

        incident.channel().eventually(channel -> {
            assertThat(channel.pins()).hasSize(1);
            assertThat(channel.members()).contains("alice", "bob", "carol");
            assertThat(channel.bookmarks()).containsOnlyOnce("Timeline", "Runbook");
            assertThat(channel.topic()).contains("SEV-");
        });
        incident.channel().eventuallyShows("Severity is now SEV-3 (was SEV-4");
        eventuallyOnTheCard(incident, "*Severity*\nSEV-3");
        announcements().eventuallyShows("*%d* · SEV-3".formatted(incident.number()));
        Eventually.passes(() -> assertThat(slack.channelsStarting("inc-%d-".formatted(incident.number())))
                .hasSize(1));
        assertThat(saidByCoalmine(incident.channel())).doesNotHaveDuplicates();
        assertThat(announcements().messages().stream()
                        .filter(it -> it.text().contains("*%d* · ".formatted(incident.number()))))
                .hasSize(1);
    }

    @Test
    void anErrorThatSaysNothingIsNoReasonToSayItTwice() {
        var incident = declared("Internal errors");
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        slack.failsWith("internal_error", "chat.postMessage", 2);

        incident.hears(alice, "severity 1");

        incident.channel().eventuallyShows("Severity is now SEV-1");
        assertThat(severities(incident)).hasSize(1);
    }

    @Test
    void aDroppedSocketComesBack() {
        var incident = declared("Dropped socket");
        slack.breaks(Json.object().put("kind", "disconnect"));
        listening();

        Eventually.passes(() -> assertThat(slack.connected() ? shown(incident.hears(alice, "status")) : "")
                .contains("Dropped socket"));
    }

    private long lastCall() {
        return slack.calls(0).stream().mapToLong(Call::n).max().orElse(0);
    }

    private static List<String> severities(Declared incident) {
        return incident.channel().messages().stream()
                .map(Said::text)
                .filter(it -> it.startsWith("Severity is now "))
                .toList();
    }

    private static List<String> titles(Declared incident) {
        return incident.channel().messages().stream()
                .map(Said::text)
                .filter(it -> it.startsWith("Title is now"))
                .toList();
    }

    private static int step(String title) {
        return Integer.parseInt(title.replaceFirst("(?s).*?step (\\d+)”.*", "$1"));
    }
}
