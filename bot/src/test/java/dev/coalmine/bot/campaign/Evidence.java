package dev.coalmine.bot.campaign;

import dev.coalmine.sandbox.json.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a run left behind, as it stands in the database and in the workspace.
 *
 * @param exports the record of each incident, as programs fetch it
 */
record Evidence(
        List<Incident> incidents,
        List<Entry> entries,
        List<Delivery> outbox,
        List<Page> pages,
        List<String> setAside,
        List<Channel> channels,
        Map<Long, JsonNode> exports) {

    record Incident(
            long number,
            String title,
            String stage,
            @Nullable String channel,
            boolean channelGone) {

        boolean open() {
            return List.of("TRIAGE", "INVESTIGATING", "IDENTIFIED", "MITIGATED").contains(stage);
        }
    }

    record Entry(long incident, int number, String kind, String words) {

        /** With the incident in front, by which equal words in different incidents are told apart. */
        String line() {
            return "#%d %s".formatted(incident, words);
        }
    }

    record Delivery(
            long id,
            String mark,
            String lane,
            String kind,
            String body,
            String state,
            boolean pending,
            Instant created,
            @Nullable Instant firstTried,
            @Nullable Long foldedInto,
            @Nullable String reason) {

        String shown() {
            return "delivery %d (%s in %s, %s%s)".formatted(id, kind, lane, state, reason == null ? "" : ": " + reason);
        }
    }

    record Page(String source, String key, @Nullable Long incident) {}

    record Channel(String id, String name, String creator, List<Message> messages) {}

    /** @param mark of the delivery that it was posted for; empty without */
    record Message(String channel, String ts, String user, String text, String mark) {}

    static Evidence of(Scene scene, Map<Long, JsonNode> exports) throws SQLException {
        try (var connection = scene.database().connect()) {
            return new Evidence(
                    incidents(connection),
                    entries(connection),
                    outbox(connection),
                    pages(connection),
                    all(
                            connection,
                            "select consumer, number, reason from alert_set_aside",
                            row -> "row %d of the alert log: %s".formatted(row.getLong(2), row.getString(3))),
                    channels(scene.sandbox().script().state()),
                    exports);
        }
    }

    private static List<Incident> incidents(Connection connection) throws SQLException {
        return all(
                connection,
                "select number, title, stage, channel, channel_gone from incident order by number",
                row -> new Incident(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5)));
    }

    private static List<Entry> entries(Connection connection) throws SQLException {
        return all(
                connection,
                "select incident, number, kind, words from timeline_entry order by incident, number",
                row -> new Entry(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4)));
    }

    private static List<Delivery> outbox(Connection connection) throws SQLException {
        return all(
                connection,
                "select id, mark, lane, kind, body, state, pending, created, first_tried, folded_into, reason from"
                        + " outbox",
                row -> new Delivery(
                        row.getLong("id"),
                        row.getString("mark"),
                        row.getString("lane"),
                        row.getString("kind"),
                        row.getString("body"),
                        row.getString("state"),
                        row.getBoolean("pending"),
                        row.getObject("created", OffsetDateTime.class).toInstant(),
                        instant(row, "first_tried"),
                        row.getObject("folded_into", Long.class),
                        row.getString("reason")));
    }

    private static List<Page> pages(Connection connection) throws SQLException {
        return all(
                connection,
                "select source, alert_key, incident from page",
                row -> new Page(row.getString(1), row.getString(2), row.getObject(3, Long.class)));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    private static List<Channel> channels(JsonNode state) {
        return state.path("channels").values().stream()
                .map(it ->
                        new Channel(Json.text(it, "id"), Json.text(it, "name"), Json.text(it, "creator"), messages(it)))
                .toList();
    }

    private static List<Message> messages(JsonNode channel) {
        return channel.path("messages").values().stream()
                .map(it -> new Message(
                        Json.text(channel, "id"),
                        Json.text(it, "ts"),
                        Json.text(it, "user"),
                        Json.text(it, "text"),
                        mark(it.path("metadata"))))
                .toList();
    }

    private static String mark(JsonNode metadata) {
        return Json.text(metadata, "event_type").equals("coalmine_delivery")
                ? Json.text(metadata.path("event_payload"), "id")
                : "";
    }

    private static <T> List<T> all(Connection connection, String query, Row<T> reader) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** By the mark that their messages bear. */
    Map<String, Delivery> deliveries() {
        return outbox.stream().collect(Collectors.toMap(Delivery::mark, Function.identity()));
    }

    /** All that Coalmine posted, by the mark of the delivery that it was posted for. */
    Map<String, List<Message>> messages() {
        return channels.stream()
                .flatMap(it -> it.messages().stream())
                .filter(it -> !it.mark().isEmpty())
                .collect(Collectors.groupingBy(Message::mark));
    }

    Optional<Channel> channel(@Nullable String id) {
        return channels.stream().filter(it -> it.id().equals(id)).findFirst();
    }
}
