package dev.coalmine.bot.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import dev.coalmine.storage.replicas.Replicas;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls Slack's methods within their rates, and tells apart what certainly failed from what nobody knows. */
@Component
public class SlackCalls {

    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final long LONGEST_PAUSE_SECONDS = 3_600;
    private static final Set<String> TRY_AGAIN =
            Set.of("ratelimited", "rate_limited", "service_unavailable", "team_added_to_org", "accesslimited");
    private static final Set<String> NOBODY_KNOWS = Set.of("internal_error", "fatal_error", "request_timeout");
    // A new token makes all of these go away, so nothing is given up for them.
    private static final Set<String> OF_THE_TOKEN =
            Set.of("token_revoked", "token_expired", "account_inactive", "invalid_auth", "not_authed");

    private final MethodsClient methods;
    private final Rates rates;
    private final SlackState state;
    private final Replicas replicas;
    private final MeterRegistry meters;

    SlackCalls(MethodsClient methods, Rates rates, SlackState state, Replicas replicas, MeterRegistry meters) {
        this.methods = methods;
        this.rates = rates;
        this.state = state;
        this.replicas = replicas;
        this.meters = meters;
    }

    /**
     * Makes one call, if it is its turn.
     *
     * @param method its name, such as {@code chat.postMessage}
     * @param channel for methods that are limited in each channel
     * @param fine error codes that mean it is done already
     * @throws Undelivered when it did not succeed
     */
    public <R extends SlackApiTextResponse> R call(
            String method, @Nullable String channel, Call<R> call, String... fine) throws Undelivered {
        if (!state.up()) {
            throw new Undelivered("away", new Outcome.Held(SOON, state.why()));
        }
        rates.take(method, channel);
        var turn = Turn.current();
        if (turn.isPresent()) {
            refuseWithoutLease();
            turn.get().calls(method);
        }
        return now(method, call, fine);
    }

    /**
     * Makes a few calls at once, whatever the rates say: somebody is waiting for the answer. Nothing is written down of
     * them, so whoever waits may hold on to the record meanwhile.
     */
    public <T> T atOnce(ScopedValue.CallableOp<T, Undelivered> asking) throws Undelivered {
        return Turn.ofSomebodyWaiting().run(asking);
    }

    /** Makes one call at once: somebody is waiting for it, and later it is worth nothing. */
    public <R extends SlackApiTextResponse> R now(String method, Call<R> call, String... fine) throws Undelivered {
        var answer = answer(method, call);
        if (answer.isOk() || Set.of(fine).contains(answer.getError())) {
            return answer;
        }
        throw new Undelivered(answer.getError(), meaning(method, answer.getError()));
    }

    /** Another replica may take up what this one was doing, so this one must not go on doing it. */
    private void refuseWithoutLease() throws Undelivered {
        if (!replicas.livesFor(SlackClient.CALL)) {
            throw new Undelivered("no_lease", new Outcome.Held(SOON, "the database was not reached for too long"));
        }
    }

    private <R extends SlackApiTextResponse> R answer(String method, Call<R> call) throws Undelivered {
        var timer = Timer.start(meters);
        var outcome = "unknown";
        try {
            var answer = call.on(methods);
            state.answered();
            outcome = answer.isOk() ? "ok" : "error";
            return answer;
        } catch (SlackApiException refused) {
            outcome = "http_" + refused.getResponse().code();
            throw refused(method, refused);
        } catch (ConnectException | UnknownHostException | NoRouteToHostException e) {
            outcome = "not_reached";
            state.failed("it could not be reached");
            throw new Undelivered("not_reached", new Outcome.Later(RETRY, "Slack could not be reached"));
        } catch (IOException e) {
            outcome = "no_answer";
            state.failed("no answer");
            throw new Undelivered(
                    "no_answer",
                    new Outcome.Unsure(
                            "no answer from Slack (%s)".formatted(e.getClass().getSimpleName())));
        } finally {
            timer.stop(meters.timer("coalmine.slack.calls", "method", method, "outcome", outcome));
        }
    }

    private Undelivered refused(String method, SlackApiException refused) {
        var status = refused.getResponse().code();
        if (status >= 500) {
            state.failed("HTTP status " + status);
            return new Undelivered("http_" + status, new Outcome.Unsure("Slack answered " + status));
        }
        state.answered();
        if (status == 429) {
            var wait = retryAfter(refused);
            rates.pause(method, wait);
            return new Undelivered("ratelimited", new Outcome.Later(wait, "Slack limits " + method));
        }
        return new Undelivered("http_" + status, new Outcome.Dead("Slack answered " + status));
    }

    private static Duration retryAfter(SlackApiException limited) {
        var seconds = Optional.ofNullable(limited.getResponse().header("Retry-After"))
                .filter(header -> header.matches("\\d{1,6}"))
                .map(Long::parseLong)
                .orElse(RETRY.toSeconds());
        return Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_PAUSE_SECONDS));
    }

    private Outcome meaning(String method, String code) {
        if (TRY_AGAIN.contains(code)) {
            rates.pause(method, RETRY);
            return new Outcome.Later(RETRY, code);
        }
        if (OF_THE_TOKEN.contains(code)) {
            state.refuses(code);
            return new Outcome.Later(RETRY, code);
        }
        return NOBODY_KNOWS.contains(code) ? new Outcome.Unsure(code) : new Outcome.Dead(code);
    }

    /** One call of the SDK's client. */
    @FunctionalInterface
    public interface Call<R> {
        R on(MethodsClient methods) throws IOException, SlackApiException;
    }
}
