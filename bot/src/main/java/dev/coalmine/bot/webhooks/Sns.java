package dev.coalmine.bot.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coalmine.bot.secrets.Tokens;
import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.services.Catalog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Amazon SNS: alarms of CloudWatch, and launches of Auto Scaling, from SNS itself or by way of EventBridge.
 *
 * <p>A message proves itself by its signature, and by its topic, which must be one of ours: anybody may sign through a
 * topic of their own. Only what is delivered raw, and so not signed, needs a token. A 4xx is never sent again, so
 * whatever is authentic is accepted, and what cannot be judged now is answered 503.
 */
@Component
class Sns implements AlertSource {

    static final String NAME = "sns";

    private static final Logger LOG = LoggerFactory.getLogger(Sns.class);

    private final Set<String> topics;
    private final Tokens tokens;
    private final DataSize limit;
    private final SigningCertificates certificates;
    private final Confirmations confirmations;
    private final Catalog catalog;

    Sns(HookSettings settings, @Lazy SigningCertificates certificates, Confirmations confirmations, Catalog catalog) {
        this.topics = settings.sns().topics().stream()
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .collect(Collectors.toSet());
        this.tokens = new Tokens(settings.sns().token());
        this.limit = settings.sns().limit();
        this.certificates = certificates;
        this.confirmations = confirmations;
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean configured() {
        return !topics.isEmpty() || tokens.present();
    }

    @Override
    public String setting() {
        return "COALMINE_HOOKS_SNS_TOPICS";
    }

    @Override
    public DataSize limit() {
        return limit;
    }

    @Override
    public boolean promising(Headers headers) {
        return !topics.isEmpty() || showsToken(headers);
    }

    @Override
    public boolean authentic(Headers headers, byte[] body) {
        return SnsEnvelope.in(new String(body, UTF_8)).map(this::proved).orElseGet(() -> showsToken(headers));
    }

    private boolean proved(SnsEnvelope envelope) {
        if (!topics.contains(envelope.topic())) {
            LOG.info("A message of a topic that is not in {} is refused.", setting());
            return false;
        }
        return envelope.certificate()
                .flatMap(certificates::key)
                .filter(envelope::signedBy)
                .isPresent();
    }

    /** SNS cannot be given headers, but takes a user and a password, or a parameter, in the address. */
    private boolean showsToken(Headers headers) {
        var shown = headers.first("Authorization");
        var parameter = headers.parameter("token");
        return tokens.judge(shown == null && parameter != null ? "Bearer " + parameter : shown) == Tokens.Shown.RIGHT;
    }

    @Override
    public Optional<String> delivery(Headers headers) {
        return Optional.ofNullable(headers.first("x-amz-sns-message-id"));
    }

    @Override
    public String keep(Headers headers, String body) {
        return SnsEnvelope.in(body).isPresent()
                ? body
                : SnsEnvelope.around(body, headers.first("x-amz-sns-message-id"));
    }

    @Override
    public void isKept(String kept) {
        SnsEnvelope.in(kept).ifPresent(envelope -> {
            if (envelope.is(SnsEnvelope.Type.CONFIRMATION)) {
                envelope.confirmation().ifPresent(address -> confirmations.confirm(envelope.topic(), address));
            } else if (envelope.is(SnsEnvelope.Type.END)) {
                LOG.warn("The subscription of {} has ended: no more comes from there.", envelope.topic());
            }
        });
    }

    @Override
    public List<Alert> read(String kept, Instant receivedAt) {
        return message(kept)
                .flatMap(message -> CloudWatchAlarm.in(message.json()))
                .flatMap(alarm -> alarm.alert(id(kept), receivedAt))
                .stream()
                .toList();
    }

    @Override
    public List<Launch> launches(String kept, Instant receivedAt) {
        return message(kept)
                .flatMap(message -> AutoScaling.in(message.json(), message.timestamp()))
                .flatMap(scaling -> scaling.launch(id(kept), catalog, receivedAt))
                .stream()
                .toList();
    }

    private static @Nullable String id(String kept) {
        return SnsEnvelope.in(kept).map(SnsEnvelope::id).orElse(null);
    }

    /** What is in the envelope, if it is JSON: plain text is nothing that is known here. */
    private static Optional<SnsMessage> message(String kept) {
        return SnsEnvelope.in(kept)
                .filter(envelope -> envelope.is(SnsEnvelope.Type.NOTIFICATION))
                .flatMap(SnsMessage::of);
    }
}
