package dev.coalmine.bot.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes up what nobody sends by accident. The same random numbers make up the same. */
public final class Hostile {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\uD800",
            "\uDC00x",
            "\uFEFF",
            "\u202Eevil",
            "a\u0300\u0301\u0302",
            "\uD83D\uDD25",
            "<!channel>",
            "<@U0ALICE>",
            "<@U0ALICE|alice>",
            "<#C0FUZZ1|inc-1>",
            "<https://example.com|x>",
            "&amp;&lt;&gt;",
            "```",
            "'; drop table incident; --",
            "${jndi:ldap://localhost}",
            "%s %d %n",
            "{0}",
            "\r\n\r\n",
            "\t",
            "../../etc/passwd",
            "999999999999999999999999",
            "-1",
            "1e400",
            "NaN",
            "0001-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "2026-02-30T25:61:61Z",
            "١٢٣");

    private static final List<String> NAMES = List.of(
            "event",
            "event_type",
            "data",
            "id",
            "type",
            "incident",
            "assignees",
            "messages",
            "alerts",
            "groupKey",
            "labels",
            "groupLabels",
            "commonLabels",
            "commonAnnotations",
            "annotations",
            "status",
            "startsAt",
            "endsAt",
            "fingerprint",
            "truncatedAlerts",
            "receiver",
            "version",
            "key",
            "title",
            "service",
            "severity",
            "at",
            "people",
            "by",
            "link",
            "runbook",
            "summary",
            "specversion",
            "source",
            "time",
            "subject",
            "datacontenttype",
            "data_base64",
            "agent",
            "occurred_at",
            "incident_key",
            "urgency",
            "priority",
            "specversion");

    private static final List<String> VALUES = List.of(
            "null",
            "0",
            "-1",
            "1e400",
            "1e-400",
            "-0.0",
            "true",
            "false",
            "\"\"",
            "\"firing\"",
            "\"resolved\"",
            "\"acknowledged\"",
            "\"incident\"",
            "\"incident.triggered\"",
            "\"incident.resolved\"",
            "\"critical\"",
            "\"4\"",
            "\"1.0\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"0001-01-01T00:00:00Z\"",
            "123456789012345678901234567890",
            "\"checkout\"",
            "\"alice@example.com\"",
            "[]",
            "{}");

    private final Random random;

    public Hostile(long seed) {
        this.random = new Random(seed);
    }

    Random random() {
        return random;
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A body that starts as one of these, or as anything. */
    byte[] body(List<String> samples) {
        return switch (random.nextInt(8)) {
            case 0 -> bytes(random.nextInt(200));
            case 1 -> json(5).getBytes(UTF_8);
            case 2 -> deep().getBytes(UTF_8);
            case 3 -> any(samples).getBytes(UTF_8);
            default -> broken(any(samples).getBytes(UTF_8));
        };
    }

    byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    String text() {
        return switch (random.nextInt(4)) {
            case 0 -> characters(random.nextInt(40));
            case 1 -> any(TEXTS).repeat(1 + random.nextInt(random.nextInt(50) == 0 ? 2_000 : 3));
            default -> any(TEXTS);
        };
    }

    String characters(int length) {
        return random.ints(length, 0, once(3) ? 0x1_0000 : 0x80)
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    /** At most so deep, of names that make the sources look closer. */
    public String json(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 0 -> any(VALUES);
            case 1 -> list(depth, "[", "]", () -> "");
            default -> list(depth, "{", "}", () -> "\"%s\":".formatted(any(NAMES)));
        };
    }

    private String list(int depth, String open, String close, Supplier<String> name) {
        return Stream.generate(() -> name.get() + json(depth - 1))
                .limit(random.nextInt(6))
                .collect(Collectors.joining(",", open, close));
    }

    private String deep() {
        var often = 1 + random.nextInt(once(20) ? 50_000 : 1_200);
        return (random.nextBoolean() ? "[" : "{\"%s\":".formatted(any(NAMES))).repeat(often)
                + (random.nextBoolean() ? "1" + "]".repeat(often) : "");
    }

    /** One to five wounds: bytes changed, cut out, doubled, put in. */
    byte[] broken(byte[] whole) {
        var bytes = whole;
        for (var wounds = 1 + random.nextInt(5); wounds > 0 && bytes.length > 0; wounds--) {
            bytes = wounded(bytes);
        }
        return bytes;
    }

    private byte[] wounded(byte[] bytes) {
        var from = random.nextInt(bytes.length);
        var to = Math.min(bytes.length, from + random.nextInt(20));
        return switch (random.nextInt(5)) {
            case 0 -> joined(bytes, from, bytes(to - from), to);
            case 1 -> joined(bytes, from, new byte[0], to);
            case 2 -> joined(bytes, to, Arrays.copyOfRange(bytes, from, to), to);
            case 3 -> joined(bytes, from, any(VALUES).getBytes(UTF_8), to);
            default -> joined(bytes, from, text().getBytes(UTF_8), from);
        };
    }

    private static byte[] joined(byte[] bytes, int head, byte[] middle, int tail) {
        var all = new ByteArrayOutputStream();
        all.write(bytes, 0, head);
        all.writeBytes(middle);
        all.write(bytes, tail, bytes.length - tail);
        return all.toByteArray();
    }
}
