package dev.coalmine.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.slack.api.RequestConfigurator;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.pins.PinsAddResponse;
import dev.coalmine.storage.outbox.Allowances;
import dev.coalmine.storage.replicas.Replicas;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each way of failing means for whatever was to be told. */
class SlackCallsTest {

    private final MethodsClient slack = mock(MethodsClient.class);
    private final Allowances allowances = mock(Allowances.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SlackState state = new SlackState(Clock.systemUTC(), meters);
    private final SlackCalls calls = new SlackCalls(
            slack, new Rates(new RateSettings(1), allowances, meters), state, mock(Replicas.class), meters);

    @BeforeEach
    void thereAreTurnsEnough() {
        when(allowances.take(any(), any(), anyDouble())).thenReturn(Duration.ZERO);
    }

    @Test
    void whatIsDoneAlreadyIsDone() throws Exception {
        answers("already_pinned");

        assertThat(pin("already_pinned").isOk()).isFalse();
    }

    @Test
    void aLimitSaysWhenToTryAgainAndHoldsTheMethodUntilThen() throws Exception {
        fails(new SlackApiException(http(429, "30"), "{}"));

        assertThat(refusal().outcome()).isEqualTo(new Outcome.Later(Duration.ofSeconds(30), "Slack limits pins.add"));
        verify(allowances).pause("pins.add", Duration.ofSeconds(30));
        assertThat(meters.counter("coalmine.slack.limited", "method", "pins.add")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatIsNotItsTurnIsNotAsked() {
        when(allowances.take(any(), any(), anyDouble())).thenReturn(Duration.ofSeconds(3));

        assertThat(refusal().outcome()).isEqualTo(new Outcome.Held(Duration.ofSeconds(3), "Slack limits pins.add"));
        verifyNoInteractions(slack);
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

    @Test
    void aSlackThatDoesNotAnswerIsLeftInPeaceUntilAProbeGetsThrough() throws Exception {
        fails(new SocketTimeoutException("timeout"));
        for (var i = 0; i < 5; i++) {
            refusal();
        }
        assertThat(state.downSince()).isPresent();
        assertThat(state.why()).isEqualTo("Slack does not answer (no answer)");

        answers(null);
        assertThat(refusal().outcome()).isInstanceOf(Outcome.Held.class);
        state.tries();
        state.back();
        assertThat(pin().isOk()).isTrue();
    }

    @Test
    void whatSlackRefusesIsNoReasonToLeaveItInPeace() throws Exception {
        answers("channel_not_found");
        for (var i = 0; i < 20; i++) {
            refusal();
        }

        assertThat(state.downSince()).isEmpty();
    }

    @Test
    void aRevokedTokenGivesNothingUp() throws Exception {
        answers("token_revoked");

        assertThat(refusal().outcome()).isInstanceOf(Outcome.Later.class);
        assertThat(state.refused()).isTrue();
        assertThat(state.why()).contains("token_revoked");
        assertThat(refusal().outcome()).isInstanceOf(Outcome.Held.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel_not_found", "is_archived", "not_in_channel", "missing_scope"})
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
