package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.script.ChannelView;
import dev.coalmine.sandbox.script.Said;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Very many alerts in a short time, each a problem of its own, while Slack keeps its rates and the bot is killed in the
 * middle and started again. Who sends them does what alert sources do: what is not accepted is sent again.
 *
 * @param services over how many services they are spread; an incident takes in all alerts of its service
 * @param within the time in which they come
 */
record Storm(int alerts, int services, Duration within) {

    private static final int CONNECTIONS = 16;
    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration LONGEST_READING = Duration.ofMinutes(10);
    private static final Pattern LAG =
            Pattern.compile("^coalmine_alerts_lag(?:_rows)?(?:\\{.*})? (\\S+)$", Pattern.MULTILINE);

    /**
     * What was left behind.
     *
     * @param intake from the first alert to the last being accepted
     * @param delivered from the first alert to the last call of Slack that changed anything
     * @param pages how often the bot has heard of each problem, by its key
     * @param channels of the incidents
     */
    record Aftermath(Duration intake, Duration delivered, Map<String, Integer> pages, List<ChannelView> channels) {

        List<Said> messages() {
            return channels.stream()
                    .flatMap(channel -> channel.messages().stream())
                    .toList();
        }

        int longestChannel() {
            return channels.stream()
                    .mapToInt(channel -> channel.messages().size())
                    .max()
                    .orElse(0);
        }
    }

    /** Returns when Slack has been told all there is to tell. */
    Aftermath over(BotProcess bot, Sandbox sandbox) throws Exception {
        var began = System.nanoTime();
        var killer = Thread.startVirtualThread(() -> killInTheMiddle(bot));
        send(bot, began);
        var intake = Duration.ofNanos(System.nanoTime() - began);
        killer.join();
        awaitEndOfLog(bot);
        var last = awaitQuiet(sandbox);
        var pages = pages(bot);
        return new Aftermath(
                intake, Duration.ofNanos(last - began), pages, sandbox.script().channelsStarting("inc-"));
    }

    /** None is lost, and none counts twice, though it may be sent twice: their names are {@code storm-0} and so on. */
    void isOnRecord(Aftermath aftermath) {
        assertThat(aftermath.pages().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, alerts).mapToObj(Storm::key).toList());
        assertThat(aftermath.pages().values()).containsOnly(1);
    }

    /** What a message says of a change is said once. */
    void isSaidOnce(Aftermath aftermath) {
        for (var channel : aftermath.channels()) {
            var said = channel.messages().stream()
                    .map(Said::text)
                    .filter(text -> text.contains("storm-"))
                    .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
            assertThat(said.values()).as(channel.name()).allMatch(count -> count == 1);
        }
    }

    private void send(BotProcess bot, long began) throws InterruptedException {
        var accepted = new CountDownLatch(alerts);
        var room = new Semaphore(CONNECTIONS);
        try (var http = HttpClient.newHttpClient();
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n < alerts; n++) {
                sleepUntil(began + within.toNanos() / alerts * n);
                room.acquire();
                var request = alert(bot, n);
                senders.execute(() -> {
                    untilAccepted(http, request);
                    accepted.countDown();
                    room.release();
                });
            }
            accepted.await();
        }
    }

    private HttpRequest alert(BotProcess bot, int n) {
        var body = Json.object()
                .put("key", key(n))
                .put("id", key(n))
                .put("status", "firing")
                .put("title", "Problem %s".formatted(key(n)))
                .put("service", "storm-%d".formatted(n % services))
                .put("severity", "critical");
        return HttpRequest.newBuilder(URI.create(bot.url() + "/hooks/generic"))
                .header("Authorization", "Bearer " + RunningBot.GENERIC_TOKEN)
                .timeout(Duration.ofSeconds(10))
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static String key(int n) {
        return "storm-%d".formatted(n);
    }

    private static void untilAccepted(HttpClient http, HttpRequest request) {
        while (!isAccepted(http, request)) {
            sleepUntil(System.nanoTime() + AGAIN.toNanos());
        }
    }

    private static boolean isAccepted(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 202;
        } catch (IOException down) {
            return false;
        } catch (InterruptedException hurried) {
            throw new AssertionError(hurried);
        }
    }

    private void killInTheMiddle(BotProcess bot) {
        try {
            TimeUnit.NANOSECONDS.sleep(within.toNanos() / 2);
            bot.kill();
            bot.startAgain();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    /** On a slow machine the bot reads on for long in what it has accepted, with nothing to tell of it. */
    private static void awaitEndOfLog(BotProcess bot) throws Exception {
        var end = System.nanoTime() + LONGEST_READING.toNanos();
        while (lag(bot) != 0) {
            assertThat(System.nanoTime())
                    .as("what was accepted is read in time")
                    .isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static double lag(BotProcess bot) throws Exception {
        var rows = LAG.matcher(bot.get("/actuator/prometheus"));
        return rows.find() ? Double.parseDouble(rows.group(1)) : Double.NaN;
    }

    /** When the app called last, once it has called nothing for a while. */
    private static long awaitQuiet(Sandbox sandbox) throws InterruptedException {
        var seen = -1;
        var since = System.nanoTime();
        while (System.nanoTime() - since < QUIET.toNanos()) {
            var now = sandbox.script().channelsStarting("inc-").stream()
                    .mapToInt(channel -> channel.messages().size())
                    .sum();
            if (now != seen) {
                seen = now;
                since = System.nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return since;
    }

    /** Of all incidents, as their records have them. */
    private static Map<String, Integer> pages(BotProcess bot) throws Exception {
        var pages = new HashMap<String, Integer>();
        var more = true;
        for (var number = 1; more; number++) {
            var record = bot.get("/incidents/%d/timeline.json".formatted(number));
            more = record.startsWith("{") && record.contains("coalmine.timeline/1");
            if (more) {
                new ArrayList<>(Json.parse(record).path("pages").values())
                        .forEach(page -> pages.merge(
                                Json.text(page, "key"), page.path("starts").asInt(0), Integer::sum));
            }
        }
        return pages;
    }

    private static void sleepUntil(long nanoTime) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, nanoTime - System.nanoTime()));
        } catch (InterruptedException hurried) {
            throw new AssertionError(hurried);
        }
    }
}
