package dev.coalmine.bot.webhooks;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A message that SNS has brought, as far as it is JSON.
 *
 * @param timestamp when SNS was given it
 */
record SnsMessage(JsonNode json, Optional<Instant> timestamp) {

    static Optional<SnsMessage> of(SnsEnvelope envelope) {
        try {
            return Optional.of(Json.parse(envelope.message()))
                    .filter(JsonNode::isObject)
                    .map(json -> new SnsMessage(json, Times.read(envelope.json(), "Timestamp")));
        } catch (Unreadable plainText) {
            return Optional.empty();
        }
    }
}
