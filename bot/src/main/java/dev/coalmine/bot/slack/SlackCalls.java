package dev.coalmine.bot.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
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
    private static final Set<String> TRY_AGAIN =
            Set.of("ratelimited", "rate_limited", "service_unavailable", "team_added_to_org", "accesslimited");
    private static final Set<String> NOBODY_KNOWS = Set.of("internal_error", "fatal_error", "request_timeout");

    private final MethodsClient methods;
    private final Rates rates;

    SlackCalls(MethodsClient methods, Rates rates) {
        this.methods = methods;
        this.rates = rates;
    }

    /**
     * Makes one call.
     *
     * @param method its name, such as {@code chat.postMessage}
     * @param channel for methods that are limited in each channel
     * @param fine error codes that mean it is done already
     * @throws Undelivered when it did not succeed
     */
    public <R extends SlackApiTextResponse> R call(
            String method, @Nullable String channel, Call<R> call, String... fine) throws Undelivered {
        rates.await(method, channel);
        var answer = answer(method, call);
        if (answer.isOk() || Set.of(fine).contains(answer.getError())) {
            return answer;
        }
        throw new Undelivered(answer.getError(), meaning(method, answer.getError()));
    }

    private <R extends SlackApiTextResponse> R answer(String method, Call<R> call) throws Undelivered {
        try {
            return call.on(methods);
        } catch (SlackApiException refused) {
            throw refused(method, refused);
        } catch (ConnectException | UnknownHostException | NoRouteToHostException e) {
            throw new Undelivered("not_reached", new Outcome.Later(RETRY, "Slack could not be reached"));
        } catch (IOException e) {
            throw new Undelivered(
                    "no_answer",
                    new Outcome.Unsure(
                            "no answer from Slack (%s)".formatted(e.getClass().getSimpleName())));
        }
    }

    private Undelivered refused(String method, SlackApiException refused) {
        var status = refused.getResponse().code();
        if (status == 429) {
            var wait = retryAfter(refused);
            rates.pause(method, wait);
            return new Undelivered("ratelimited", new Outcome.Later(wait, "Slack limits " + method));
        }
        return status >= 500
                ? new Undelivered("http_" + status, new Outcome.Unsure("Slack answered " + status))
                : new Undelivered("http_" + status, new Outcome.Dead("Slack answered " + status));
    }

    private static Duration retryAfter(SlackApiException limited) {
        var seconds = Optional.ofNullable(limited.getResponse().header("Retry-After"))
                .filter(header -> header.matches("\\d{1,6}"))
                .map(Long::parseLong)
                .orElse(RETRY.toSeconds());
        return Duration.ofSeconds(Math.max(1, seconds));
    }

    private Outcome meaning(String method, String code) {
        if (TRY_AGAIN.contains(code)) {
            rates.pause(method, RETRY);
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
