package dev.coalmine.commands.reviews;

import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Moment;
import dev.coalmine.storage.pages.Page;
import dev.coalmine.storage.roles.Assignment;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.timeline.Entry;
import dev.coalmine.storage.timeline.Timeline.Correction;
import dev.coalmine.storage.timeline.Verdict;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.MinimalPrettyPrinter;

/**
 * The record for programs, {@value #SCHEMA}. Its fields are described and promised in docs/timeline.md; whoever changes
 * one changes the schema's number.
 */
final class JsonWriter implements RecordWriter {

    static final String SCHEMA = "coalmine.timeline/1";

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;
    private final Names names;

    JsonWriter(OutputStream to, Names names) {
        json = JSON.createGenerator(new OneEntryPerLine(), to, JsonEncoding.UTF8);
        this.names = names;
    }

    @Override
    public void begin(Summary summary) {
        json.writeStartObject();
        text("schema", SCHEMA);
        text("exportedAt", summary.at());
        incident(summary);
        json.writeArrayPropertyStart("roles");
        summary.roles().forEach(this::role);
        json.writeEndArray();
        json.writeArrayPropertyStart("pages");
        summary.pages().forEach(this::page);
        json.writeEndArray();
        new JsonInquiry(json, names).write(summary);
        json.writeArrayPropertyStart("entries");
    }

    private void incident(Summary summary) {
        var incident = summary.incident();
        json.writeObjectPropertyStart("incident");
        facts(incident);
        number("mergedInto", incident.mergedInto().orElse(null));
        json.writeArrayPropertyStart("mergedFrom");
        summary.merged().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeArrayPropertyStart("links");
        summary.links().forEach(this::link);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void facts(Incident incident) {
        number("number", incident.number());
        text("title", incident.title());
        word("kind", incident.kind());
        json.writeBooleanProperty("private", incident.restricted());
        text("severity", incident.severity().label());
        word("stage", incident.stage());
        text("service", incident.service());
        word("noticedBy", incident.noticedBy());
        person("declaredBy", incident.declaredBy().orElse(null));
        text("declaredAt", incident.declaredAt());
        text("beganAt", incident.timeOf(Moment.BEGAN));
        text("detectedAt", incident.timeOf(Moment.DETECTED));
        text("mitigatedAt", incident.timeOf(Moment.MITIGATED));
        text("resolvedAt", incident.timeOf(Moment.RESOLVED));
        text("link", incident.link());
        text("runbook", incident.runbook());
        text("channel", incident.channel());
    }

    private void link(Entry entry) {
        json.writeStartObject();
        number("entry", (long) entry.number());
        text("text", names.plain(entry.words()));
        json.writeEndObject();
    }

    private void role(Assignment role) {
        json.writeStartObject();
        text("role", role.role());
        person("person", role.person());
        text("takenAt", role.takenAt());
        text("leftAt", role.leftAt());
        json.writeEndObject();
    }

    private void page(Page page) {
        json.writeStartObject();
        text("source", page.source());
        text("key", page.alertKey());
        text("title", page.title());
        text("service", page.service());
        json.writeBooleanProperty("firing", page.firing());
        text("firedAt", page.firedAt());
        text("resolvedAt", page.resolvedAt());
        text("acknowledgedBy", page.acknowledgedBy());
        number("messages", (long) page.messages());
        number("starts", (long) page.starts());
        json.writeEndObject();
    }

    @Override
    public void entry(Entry entry, List<Correction> corrections) {
        json.writeStartObject();
        number("number", (long) entry.number());
        text("happened", entry.happened());
        text("recorded", entry.recorded());
        text("kind", entry.kind());
        person("person", entry.person());
        text("text", names.plain(entry.words()));
        text("markup", entry.words());
        text("link", entry.link());
        text("channel", entry.channel());
        text("message", entry.message());
        number("corrects", entry.corrects() == null ? null : entry.corrects().longValue());
        corrections(corrections);
        text("previous", entry.previous());
        text("seal", entry.seal());
        json.writeEndObject();
    }

    private void corrections(List<Correction> corrections) {
        json.writeArrayPropertyStart("correctedBy");
        corrections.forEach(it -> json.writeNumber(it.by()));
        json.writeEndArray();
        json.writeBooleanProperty("deletedInSlack", corrections.stream().anyMatch(Correction::deletes));
    }

    @Override
    public void end(Verdict verdict) {
        json.writeEndArray();
        json.writeObjectPropertyStart("chain");
        switch (verdict) {
            case Verdict.Whole(var entries, var seal) -> chain(true, entries, seal, null, null);
            case Verdict.Broken(var entry, var why) -> chain(false, null, null, entry, why);
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }

    private void chain(
            boolean whole,
            @Nullable Integer entries,
            @Nullable String seal,
            @Nullable Integer firstBroken,
            @Nullable String why) {
        json.writeBooleanProperty("whole", whole);
        number("entries", entries == null ? null : entries.longValue());
        text("seal", seal);
        number("firstBroken", firstBroken == null ? null : firstBroken.longValue());
        text("why", why);
    }

    private void person(String name, @Nullable String id) {
        if (id == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        text("id", id);
        text("name", names.of(id));
        json.writeEndObject();
    }

    private void text(String name, Optional<?> value) {
        text(name, value.orElse(null));
    }

    private void text(String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, Markup.storable(value.toString()));
        }
    }

    private void word(String name, Enum<?> value) {
        text(name, value.name().toLowerCase(Locale.ROOT));
    }

    private void number(String name, @Nullable Long value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }

    /** Small, and still fit for tools that read lines. */
    private static final class OneEntryPerLine extends ObjectWriteContext.Base {

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new MinimalPrettyPrinter() {
                @Override
                public void writeArrayValueSeparator(JsonGenerator g) {
                    g.writeRaw(",\n");
                }
            };
        }
    }
}
