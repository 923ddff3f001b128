package dev.coalmine.bot.webhooks;

import static dev.coalmine.bot.webhooks.SignedBySns.CERTIFICATE;
import static dev.coalmine.bot.webhooks.SignedBySns.TOPIC;
import static dev.coalmine.bot.webhooks.SignedBySns.confirmation;
import static dev.coalmine.bot.webhooks.SignedBySns.notification;
import static dev.coalmine.bot.webhooks.SignedBySns.signed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.coalmine.commands.services.Catalog;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Who is believed to be SNS. */
class SnsTest {

    private static final String GENUINE = signed(notification("{\"Event\":\"autoscaling:TEST_NOTIFICATION\"}"));

    private final List<URI> asked = new ArrayList<>();
    private final Confirmations confirmations = mock(Confirmations.class);
    private final Sns sns = sns(address -> {
        asked.add(address);
        return Optional.of(SignedBySns.KEYS.getPublic());
    });

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void bothVersionsOfSignaturesProveAMessage(String version) {
        assertThat(believes(signed(notification("hello").put("SignatureVersion", version))))
                .isTrue();
        assertThat(asked).containsExactly(URI.create(CERTIFICATE));
    }

    @Test
    void aMessageNeedsNoSubject() {
        var bare = notification("hello");
        bare.remove("Subject");
        assertThat(believes(signed(bare))).isTrue();
    }

    @Test
    void anotherVersionOrKeyOrNoSignatureProvesNothing() {
        assertThat(believes(signed(notification("hello").put("SignatureVersion", "3"))))
                .isFalse();
        assertThat(believes(signed(notification("hello"), SignedBySns.keys()))).isFalse();
        assertThat(believes(notification("hello").toString())).isFalse();
        assertThat(believes(notification("hello").put("Signature", "***").toString()))
                .isFalse();
    }

    /** What is not signed, such as the address to unsubscribe at, may change; nothing is read from there. */
    @Property(tries = 3_000)
    void whateverByteIsChangedItIsRefusedOrSaysTheSame(
            @ForAll @IntRange(max = 10_000) int where, @ForAll @IntRange(min = 1, max = 255) int how) {
        var changed = GENUINE.getBytes(UTF_8);
        changed[where % changed.length] ^= (byte) how;
        if (sns.authentic(name -> List.of(), changed)) {
            assertThat(said(new String(changed, UTF_8))).isEqualTo(said(GENUINE));
        }
    }

    private static String said(String body) {
        return SnsEnvelope.in(body).orElseThrow().canonical();
    }

    @Test
    void aTopicOfSomebodyElseIsNotEvenLookedAt() {
        assertThat(believes(signed(notification("hello").put("TopicArn", TOPIC + "2"))))
                .isFalse();
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sns.eu-west-1.amazonaws.com/x.pem",
                "https://sns.eu-west-1.amazonaws.com.evil.example/x.pem",
                "https://sns.evil.example/x.pem",
                "https://evil.example/sns.eu-west-1.amazonaws.com/x.pem",
                "https://sns.eu-west-1.amazonaws.com@evil.example/x.pem",
                "https://me@sns.eu-west-1.amazonaws.com/x.pem",
                "https://sns.eu-west-1.amazonaws.com:8443/x.pem",
                "https://sns.eu-west-1.amazonaws.com/x.pem?y=1",
                "https://sns.eu-west-1.amazonaws.com/x.pem#y",
                "https://sns.eu-west-1.amazonaws.com/x.key",
                "https://bucket.s3.eu-west-1.amazonaws.com/x.pem",
                "https://sns.eu-west-1.amazonaws.com.cn.evil/x.pem",
                "https://snsXeu-west-1.amazonaws.com/x.pem",
                "https://sns..amazonaws.com/x.pem",
                "https:sns.eu-west-1.amazonaws.com/x.pem",
                "//sns.eu-west-1.amazonaws.com/x.pem",
                "https://sns.eu-west-1.amazonaws.com\\@evil.example/x.pem",
                "file:///etc/x.pem",
                "https://[::1]/x.pem",
                ""
            })
    void certificatesAreFetchedFromNowhereButSns(String address) {
        assertThat(believes(signed(notification("hello").put("SigningCertURL", address))))
                .isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void inChinaSnsHasAnotherName() {
        assertThat(believes(signed(notification("hello")
                        .put(
                                "SigningCertURL",
                                "https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-1.pem"))))
                .isTrue();
    }

    @Test
    void whatCannotBeJudgedNowIsNeitherTrueNorFalse() {
        var away = sns(address -> {
            throw new ProofMissing("away");
        });
        assertThatThrownBy(() -> away.authentic(name -> List.of(), GENUINE.getBytes(UTF_8)))
                .isInstanceOf(ProofMissing.class);
    }

    @Test
    void aSubscriptionOfATopicOfOursIsConfirmed() {
        var address = "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=2336412f37";
        var body = signed(confirmation("SubscriptionConfirmation", address));

        assertThat(believes(body)).isTrue();
        sns.isKept(body);

        verify(confirmations).confirm(TOPIC, URI.create(address));
        assertThat(sns.read(body, Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription",
                "https://169.254.169.254/latest/meta-data",
                "https://sns.eu-west-1.amazonaws.com:443@evil.example/"
            })
    void theBotGoesNowhereElseToConfirm(String address) {
        sns.isKept(signed(confirmation("SubscriptionConfirmation", address)));
        verify(confirmations, never()).confirm(any(), any());
    }

    @Test
    void theEndOfASubscriptionIsNotUndone() {
        var body = signed(confirmation("UnsubscribeConfirmation", "https://sns.eu-west-1.amazonaws.com/?Action=x"));
        assertThat(believes(body)).isTrue();
        sns.isKept(body);
        verify(confirmations, never()).confirm(any(), any());
    }

    @Test
    void whatComesRawNeedsAToken() {
        var raw = "{\"Event\":\"autoscaling:EC2_INSTANCE_LAUNCH\"}";
        var basic = Base64.getEncoder().encodeToString("sns:raw-token".getBytes(UTF_8));

        assertThat(believes(raw)).isFalse();
        assertThat(believes(raw, "Authorization", "Bearer raw-token")).isTrue();
        assertThat(believes(raw, "Authorization", "Basic " + basic)).isTrue();
        assertThat(believes(raw, "?token", "raw-token")).isTrue();
        assertThat(believes(raw, "?token", "wrong")).isFalse();
    }

    @Test
    void aTokenDoesNotStandInForASignature() {
        assertThat(believes(notification("hello").toString(), "?token", "raw-token"))
                .isFalse();
    }

    @Test
    void theTokenInAnAddressIsReadAsItIsWritten() {
        assertThat(Query.first("a=1&token=x%2By%20z&token=2", "token")).isEqualTo("x+y z");
        assertThat(Query.first("a=1&tokens=2", "token")).isNull();
        assertThat(Query.first("token=%zz", "token")).isEqualTo("%zz");
        assertThat(Query.first(null, "token")).isNull();
    }

    private boolean believes(String body, String... shown) {
        return sns.authentic(headers(shown), body.getBytes(UTF_8));
    }

    private static Headers headers(String... shown) {
        var all = shown.length == 0 ? Map.<String, String>of() : Map.of(shown[0], shown[1]);
        return new Headers() {
            @Override
            public List<String> all(String name) {
                return Optional.ofNullable(all.get(name)).stream().toList();
            }

            @Override
            public @Nullable String parameter(String name) {
                return all.get("?" + name);
            }
        };
    }

    private Sns sns(SigningCertificates certificates) {
        var usual = PagerDutyTest.settings();
        var settings = new HookSettings(
                usual.pagerduty(),
                usual.alertmanager(),
                usual.generic(),
                usual.launches(),
                new HookSettings.SnsHook(List.of(TOPIC), List.of("raw-token"), DataSize.ofMegabytes(1)),
                usual.changes(),
                usual.memory());
        return new Sns(settings, certificates, confirmations, mock(Catalog.class, call -> call.getArguments()[0]));
    }
}
