package dev.coalmine.bot.health;

import dev.coalmine.bot.slack.Identity;
import dev.coalmine.bot.slack.Scope;
import dev.coalmine.bot.slack.SlackState;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import dev.coalmine.commands.outbox.WaitingLine;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether Slack accepts the token, with all scopes, and agrees on the time. */
@Component
class SlackCheck implements Check {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    // Beyond five minutes Slack's signatures are refused as too old.
    private static final Duration DRIFT = Duration.ofSeconds(30);

    private final Identity identity;
    private final SlackState state;
    private final Clock clock;

    SlackCheck(Identity identity, SlackState state, Clock clock) {
        this.identity = identity;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public Finding look() {
        return state.downSince().map(this::away).orElseGet(this::asked);
    }

    private Finding away(Instant since) {
        return new Finding.Trouble(
                "has been away for %s, since %s: %s"
                        .formatted(
                                WaitingLine.words(Duration.between(since, clock.instant())),
                                TIME.format(since),
                                state.why()),
                state.refused()
                        ? "set a SLACK_BOT_TOKEN that Slack accepts, and start again; nothing is lost meanwhile"
                        : "see status.slack.com and the network; what is recorded meanwhile is delivered later");
    }

    private Finding asked() {
        try {
            var answer = identity.ask();
            var headers = answer.getHttpResponseHeaders();
            var missing = missing(headers);
            if (!missing.isEmpty()) {
                return new Finding.Trouble(
                        "the token lacks " + String.join(", ", missing),
                        "update the app with the manifest and install it again");
            }
            return drift(headers)
                    .orElseGet(() ->
                            new Finding.Well("answers as %s in %s".formatted(answer.getUser(), answer.getTeam())));
        } catch (Undelivered failed) {
            return new Finding.Trouble(
                    "does not accept the call (%s)".formatted(failed.code()),
                    "check SLACK_BOT_TOKEN and the network; what is recorded meanwhile is delivered later");
        }
    }

    private static List<String> missing(@Nullable Map<String, List<String>> headers) {
        var granted = header(headers, "x-oauth-scopes").map(all -> Arrays.asList(all.split("\\s*,\\s*")));
        return granted.map(scopes -> Scope.NEEDED.stream()
                        .map(Scope::name)
                        .filter(scope -> !scopes.contains(scope))
                        .toList())
                .orElse(List.of());
    }

    private Optional<Finding> drift(@Nullable Map<String, List<String>> headers) {
        return header(headers, "date")
                .flatMap(SlackCheck::time)
                .map(slacks ->
                        Duration.between(slacks.toInstant(), clock.instant()).abs())
                .filter(apart -> apart.compareTo(DRIFT) > 0)
                .map(apart -> new Finding.Trouble(
                        "this machine's clock is %d s away from Slack's".formatted(apart.toSeconds()),
                        "run a time service such as chrony"));
    }

    private static Optional<ZonedDateTime> time(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> header(@Nullable Map<String, List<String>> headers, String name) {
        if (headers == null) {
            return Optional.empty();
        }
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name)
                        && !header.getValue().isEmpty())
                .map(header -> header.getValue().getFirst())
                .findFirst();
    }
}
