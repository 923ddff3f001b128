package dev.coalmine.bot.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coalmine.sandbox.json.Json;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/** The chain of every record is whole: Coalmine says so, and whoever computes it from the export as docs/timeline.md says. */
final class ChainRule {

    private ChainRule() {}

    static List<Violation> broken(Evidence evidence) {
        return Stream.concat(
                        evidence.incidents().stream()
                                .filter(it -> !evidence.exports().containsKey(it.number()))
                                .map(it -> Violation.other("incident %d could not be exported".formatted(it.number()))),
                        evidence.exports().entrySet().stream()
                                .flatMap(it -> judged(it.getKey(), it.getValue(), evidence)))
                .toList();
    }

    private static Stream<Violation> judged(long incident, JsonNode export, Evidence evidence) {
        var rows = evidence.entries().stream()
                .filter(it -> it.incident() == incident)
                .count();
        if (!export.path("chain").path("whole").asBoolean(false)) {
            return Stream.of(Violation.other("incident %d: %s".formatted(incident, export.path("chain"))));
        }
        if (export.path("entries").size() != rows) {
            return Stream.of(Violation.lost("incident %d has %d entries and exports %d"
                    .formatted(incident, rows, export.path("entries").size())));
        }
        return computed(incident, export).equals(Json.text(export.path("chain"), "seal"))
                ? Stream.empty()
                : Stream.of(Violation.other("incident %d: the chain's last seal is another one".formatted(incident)));
    }

    private static String computed(long incident, JsonNode export) {
        var seal = "0".repeat(64);
        var number = 0;
        for (var entry : export.path("entries").values()) {
            seal = seal(seal, incident, ++number, entry);
        }
        return seal;
    }

    private static String seal(String previous, long incident, int number, JsonNode entry) {
        var all = new ByteArrayOutputStream();
        Stream.of(
                        StringNode.valueOf(previous),
                        LongNode.valueOf(incident),
                        IntNode.valueOf(number),
                        entry.path("happened"),
                        entry.path("recorded"),
                        entry.path("kind"),
                        entry.path("person").path("id"),
                        entry.path("markup"),
                        entry.path("link"),
                        entry.path("channel"),
                        entry.path("message"),
                        entry.path("corrects"))
                .forEach(field -> all.writeBytes(netstring(field)));
        return sha256(all.toByteArray());
    }

    private static byte[] netstring(JsonNode field) {
        if (field.isNull() || field.isMissingNode()) {
            return "-".getBytes(UTF_8);
        }
        var content = field.asString();
        return "%d:%s,".formatted(content.getBytes(UTF_8).length, content).getBytes(UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
