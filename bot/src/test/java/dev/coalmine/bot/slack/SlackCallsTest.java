package dev.coalmine.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.slack.api.RequestConfigurator;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.pins.PinsAddResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each way of failing means for whatever was to be told. */
class SlackCallsTest {

    private final MethodsClient slack = mock(MethodsClient.class);
    private final SlackCalls calls = new SlackCalls(slack, new Rates(new RateSettings(1), Clock.systemUTC()));

    @Test
    void whatIsDoneAlreadyIsDone() throws Exception {
        answers("already_pinned");

        assertThat(pin("already_pinned").isOk()).isFalse();
    }

    @Test
    void aLimitSaysWhenToTryAgainAndHoldsTheMethodUntilThen() throws Exception {
        fails(new SlackApiException(http(429, "30"), "{}"));

        assertThat(refusal().outcome()).isEqualTo(new Outcome.Later(Duration.ofSeconds(30), "Slack limits pins.add"));
        answers(null);
        assertThat(refusal().outcome()).isInstanceOf(Outcome.Later.class);
    }

    @Test
    void whatNeverReachedSlackMaySafelyBeToldAgain() throws Exception {
        fails(new ConnectException("refused"));

        assertThat(refusal().outcome()).isInstanceOf(Outcome.Later.class);
    }

    @Test
    void withoutAnAnswerNobodyKnows() throws Exception {
        fails(new SocketTimeoutException("timeout"));
        assertThat(refusal().outcome()).isInstanceOf(Outcome.Unsure.class);

        fails(new SlackApiException(http(503, null), "{}"));
        assertThat(refusal().outcome()).isInstanceOf(Outcome.Unsure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal_error", "fatal_error", "request_timeout"})
    void slacksOwnErrorsLeaveItOpenToo(String code) throws Exception {
        answers(code);

        assertThat(refusal().outcome()).isEqualTo(new Outcome.Unsure(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel_not_found", "is_archived", "token_revoked", "missing_scope"})
    void whatCannotSucceedIsGivenUpWithItsReason(String code) throws Exception {
        answers(code);

        assertThat(refusal().outcome()).isEqualTo(new Outcome.Dead(code));
    }

    private Undelivered refusal() {
        return catchThrowableOfType(Undelivered.class, this::pin);
    }

    private PinsAddResponse pin(String... fine) throws Undelivered {
        return calls.call(
                "pins.add", null, api -> api.pinsAdd(r -> r.channel("C1").timestamp("1.0")), fine);
    }

    private void answers(@Nullable String error) throws IOException, SlackApiException {
        var answer = new PinsAddResponse();
        answer.setOk(error == null);
        answer.setError(error);
        when(slack.pinsAdd(any(RequestConfigurator.class))).thenReturn(answer);
    }

    private void fails(Exception failure) throws IOException, SlackApiException {
        when(slack.pinsAdd(any(RequestConfigurator.class))).thenThrow(failure);
    }

    private static Response http(int status, @Nullable String retryAfter) {
        var response = new Response.Builder()
                .request(new Request.Builder().url("http://localhost/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("");
        return retryAfter == null
                ? response.build()
                : response.header("Retry-After", retryAfter).build();
    }
}
