package dev.coalmine.bot.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** Writes messages as SNS does, with keys of its own. */
final class SignedBySns {

    static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:launches";
    static final String CERTIFICATE = "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789.pem";
    static final KeyPair KEYS = keys();

    private SignedBySns() {}

    static ObjectNode notification(String message) {
        return envelope("Notification", message)
                .put("Subject", "Auto Scaling: launch")
                .put("UnsubscribeURL", "https://x");
    }

    static ObjectNode confirmation(String type, String address) {
        return envelope(type, "You have chosen to subscribe.")
                .put("SubscribeURL", address)
                .put("Token", "2336412f37");
    }

    private static ObjectNode envelope(String type, String message) {
        return Json.object()
                .put("Type", type)
                .put("MessageId", "5f3c2e1a-0000-4000-8000-000000000001")
                .put("TopicArn", TOPIC)
                .put("Message", message)
                .put("Timestamp", "2026-03-01T12:00:00.000Z")
                .put("SignatureVersion", "2")
                .put("SigningCertURL", CERTIFICATE);
    }

    static String signed(ObjectNode envelope) {
        return signed(envelope, KEYS);
    }

    /** The lines are written out here, as Amazon's guide lists them. */
    static String signed(ObjectNode envelope, KeyPair keys) {
        var lines = new StringBuilder();
        for (var name : envelope.path("Type").stringValue().equals("Notification")
                ? new String[] {"Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"}
                : new String[] {"Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"}) {
            if (envelope.has(name)) {
                lines.append(name)
                        .append('\n')
                        .append(envelope.path(name).stringValue())
                        .append('\n');
            }
        }
        return envelope.put(
                        "Signature",
                        signature(
                                lines.toString(),
                                envelope.path("SignatureVersion").stringValue(),
                                keys))
                .toString();
    }

    private static String signature(String text, String version, KeyPair keys) {
        try {
            var signature = Signature.getInstance(version.equals("1") ? "SHA1withRSA" : "SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
