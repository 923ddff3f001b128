package dev.coalmine.bot.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What SNS puts around a message, signed over some of its fields: "Verifying the signatures of Amazon SNS messages" in
 * Amazon's developer guide.
 */
record SnsEnvelope(JsonNode json) {

    /** What it is about. */
    enum Type {
        NOTIFICATION("Notification", List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type")),
        CONFIRMATION(
                "SubscriptionConfirmation",
                List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type")),
        END("UnsubscribeConfirmation", CONFIRMATION.signed);

        private final String word;
        private final List<String> signed;

        Type(String word, List<String> signed) {
            this.word = word;
            this.signed = signed;
        }

        static Optional<Type> of(@Nullable String word) {
            return List.of(values()).stream()
                    .filter(type -> type.word.equals(word))
                    .findFirst();
        }
    }

    /** Empty if it is none: then it is a message that was delivered raw. */
    static Optional<SnsEnvelope> in(String body) {
        try {
            return Optional.of(new SnsEnvelope(Json.parse(body)))
                    .filter(envelope -> envelope.type().isPresent())
                    .filter(envelope -> envelope.exact("TopicArn") != null);
        } catch (Unreadable noEnvelope) {
            return Optional.empty();
        }
    }

    /** A message that came raw, as if it had come in an envelope; nobody signed that. */
    static String around(String message, @Nullable String id) {
        var envelope = Json.object()
                .put("Type", Type.NOTIFICATION.word)
                .put("TopicArn", "")
                .put("Message", message);
        return (id == null ? envelope : envelope.put("MessageId", id)).toString();
    }

    Optional<Type> type() {
        return Type.of(exact("Type"));
    }

    boolean is(Type wanted) {
        return type().filter(wanted::equals).isPresent();
    }

    String topic() {
        return String.valueOf(exact("TopicArn"));
    }

    @Nullable
    String id() {
        return Json.text(json, "MessageId");
    }

    String message() {
        var message = exact("Message");
        return message == null ? "" : message;
    }

    Optional<URI> certificate() {
        return SnsAddress.ofCertificate(exact("SigningCertURL"));
    }

    Optional<URI> confirmation() {
        return SnsAddress.of(exact("SubscribeURL"));
    }

    boolean signedBy(PublicKey key) {
        try {
            var algorithm = algorithm();
            if (algorithm == null) {
                return false;
            }
            var signature = Signature.getInstance(algorithm);
            signature.initVerify(key);
            signature.update(canonical().getBytes(UTF_8));
            return signature.verify(Base64.getDecoder().decode(String.valueOf(exact("Signature"))));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    private @Nullable String algorithm() {
        return switch (String.valueOf(exact("SignatureVersion"))) {
            case "1" -> "SHA1withRSA";
            case "2" -> "SHA256withRSA";
            case String other -> null;
        };
    }

    /** Name and value of each field that is there, a line each. */
    String canonical() {
        var lines = new StringBuilder();
        for (var name : type().orElseThrow().signed) {
            var value = exact(name);
            if (value != null) {
                lines.append(name).append('\n').append(value).append('\n');
            }
        }
        return lines.toString();
    }

    /** With its blanks, which are signed as well; null unless it is a text. */
    private @Nullable String exact(String name) {
        var value = json.path(name);
        return value.isString() ? value.stringValue() : null;
    }
}
