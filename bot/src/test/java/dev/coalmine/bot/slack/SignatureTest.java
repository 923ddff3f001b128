package dev.coalmine.bot.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {

    // The example in Slack's "Verifying requests from Slack".
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final String TIMESTAMP = "1531420618";
    private static final byte[] BODY = ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
        + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
        + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
            .getBytes(UTF_8);
    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    @Test
    void slacksOwnExampleIsSignedAsSlackSignsIt() {
        assertThat(Signature.sign(SECRET, TIMESTAMP, BODY)).isEqualTo(SIGNATURE);
        assertThat(at(0, SECRET).verifies(TIMESTAMP, SIGNATURE, BODY)).isTrue();
    }

    @Test
    void eitherOfTwoSecretsWillDo() {
        assertThat(at(0, "new", SECRET).verifies(TIMESTAMP, SIGNATURE, BODY)).isTrue();
        assertThat(at(0, "new", "old").verifies(TIMESTAMP, SIGNATURE, BODY)).isFalse();
        assertThat(at(0).verifies(TIMESTAMP, SIGNATURE, BODY)).isFalse();
    }

    @Test
    void itIsGoodForFiveMinutesInEitherDirection() {
        assertThat(at(300, SECRET).verifies(TIMESTAMP, SIGNATURE, BODY)).isTrue();
        assertThat(at(301, SECRET).verifies(TIMESTAMP, SIGNATURE, BODY)).isFalse();
        assertThat(at(-300, SECRET).verifies(TIMESTAMP, SIGNATURE, BODY)).isTrue();
        assertThat(at(-301, SECRET).verifies(TIMESTAMP, SIGNATURE, BODY)).isFalse();
    }

    @Test
    void whatIsMissingOrOddIsNoSignature() {
        var signature = at(0, SECRET);
        assertThat(signature.verifies(null, SIGNATURE, BODY)).isFalse();
        assertThat(signature.verifies(TIMESTAMP, null, BODY)).isFalse();
        assertThat(signature.verifies("-" + TIMESTAMP, SIGNATURE, BODY)).isFalse();
        assertThat(signature.verifies("999999999999999999999", SIGNATURE, BODY)).isFalse();
        assertThat(signature.verifies(TIMESTAMP, SIGNATURE.toUpperCase(java.util.Locale.ROOT), BODY))
                .isFalse();
        assertThat(signature.verifies(TIMESTAMP, "", BODY)).isFalse();
        assertThat(signature.verifies(TIMESTAMP, SIGNATURE, new byte[0])).isFalse();
    }

    private static Signature at(long secondsLater, String... secrets) {
        var time = Instant.ofEpochSecond(Long.parseLong(TIMESTAMP)).plusSeconds(secondsLater);
        return new Signature(List.of(secrets), Clock.fixed(time, ZoneOffset.UTC));
    }
}
