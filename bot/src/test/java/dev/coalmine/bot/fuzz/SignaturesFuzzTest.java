package dev.coalmine.bot.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** No request is believed unless it is signed as it came, whatever its headers, its time and its body. */
class SignaturesFuzzTest {

    private static final List<String> BODIES = List.of(
            "{\"type\":\"url_verification\",\"challenge\":\"x\"}",
            "token=x&command=%2Fincident&text=help",
            "payload=%7B%7D");

    private final FuzzedBot bot = FuzzedBot.shared();

    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whatSlackHasNotSignedIsRefused(@ForAll("seeds") long seed) throws Exception {
        var hostile = new Hostile(seed);
        var body = hostile.any(BODIES).getBytes(UTF_8);
        var now = Long.toString(Instant.now().getEpochSecond());
        var secret = hostile.once(2) ? FuzzedBot.SLACK_SECRET : FuzzedBot.OLD_SLACK_SECRET;
        var signed = "v0=" + Hmac.hex(secret, "v0:%s:".formatted(now).getBytes(UTF_8), body);

        var forgery = forged(hostile, now, signed, body);
        var untouched = forgery.timestamp().equals(now)
                && forgery.signature().equals(signed)
                && Arrays.equals(forgery.body(), body);
        var status = bot.slack(forgery.headers(), forgery.body());
        assertThat(status == 401).isEqualTo(!untouched);
    }

    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whatSlackSignedTooLongAgoOrTooEarlyIsRefused(@ForAll("seeds") long seed) throws Exception {
        var hostile = new Hostile(seed);
        var body = hostile.bytes(hostile.random().nextInt(50));
        var away = 310 + hostile.random().nextLong(4_000_000_000L);
        var time = Long.toString(Instant.now().getEpochSecond() + (hostile.once(2) ? away : -away));
        var signed = "v0="
                + Hmac.hex(FuzzedBot.SLACK_SECRET, "v0:%s:".formatted(time).getBytes(UTF_8), body);
        assertThat(bot.slack(headers(time, signed), body)).isEqualTo(401);
    }

    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whatPagerDutyHasNotSignedIsRefused(@ForAll("seeds") long seed) throws Exception {
        var hostile = new Hostile(seed);
        var body = hostile.bytes(hostile.random().nextInt(50));
        var hex = Hmac.hex(FuzzedBot.PAGERDUTY_SECRET, body);
        var header = touched(hostile, "v1=" + hex);
        var sent = hostile.once(3) ? hostile.broken(body) : body;
        var status = bot.hook("pagerduty", Map.of("X-PagerDuty-Signature", header), sent);
        if (!Arrays.equals(sent, body) || !header.toLowerCase(Locale.ROOT).contains(hex)) {
            assertThat(status).isEqualTo(401);
        } else if (header.equals("v1=" + hex)) {
            assertThat(status).isEqualTo(202);
        }
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.randomValue(random -> random.nextLong());
    }

    private record Forgery(String timestamp, String signature, byte[] body) {

        Map<String, String> headers() {
            return SignaturesFuzzTest.headers(timestamp, signature);
        }
    }

    private static Forgery forged(Hostile hostile, String timestamp, String signature, byte[] body) {
        return switch (hostile.random().nextInt(20)) {
            case 0 -> new Forgery(timestamp, signature, body);
            case 1, 2, 3, 4 -> new Forgery(timestamp, signature, hostile.broken(body));
            case 5, 6, 7, 8 -> new Forgery(touched(hostile, timestamp), signature, body);
            default -> new Forgery(timestamp, touched(hostile, signature), body);
        };
    }

    /** Nearly right, or not at all. */
    private static String touched(Hostile hostile, String text) {
        return switch (hostile.random().nextInt(8)) {
            case 0 -> hostile.text();
            case 1 -> text.substring(0, hostile.random().nextInt(text.length()));
            case 2 -> text + hostile.text();
            case 3 -> hostile.text() + text;
            case 4 -> text.toUpperCase(Locale.ROOT);
            case 5 -> text + "," + text;
            case 6 ->
                text.replace(text.charAt(hostile.random().nextInt(text.length())), (char)
                        ('0' + hostile.random().nextInt(60)));
            default -> new String(hostile.broken(text.getBytes(UTF_8)), UTF_8);
        };
    }

    private static Map<String, String> headers(String timestamp, String signature) {
        var headers = new HashMap<String, String>();
        headers.put("X-Slack-Request-Timestamp", timestamp);
        headers.put("X-Slack-Signature", signature);
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        return headers;
    }
}
