package dev.coalmine.commands.reviews;

import dev.coalmine.commands.hypotheses.Figures;
import dev.coalmine.commands.hypotheses.inquiry.Inquiry;
import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import dev.coalmine.storage.rules.Markup;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What people thought was wrong, as a part of the record for programs; described in docs/timeline.md. */
final class JsonInquiry {

    private final JsonGenerator json;
    private final Names names;

    JsonInquiry(JsonGenerator json, Names names) {
        this.json = json;
        this.names = names;
    }

    void write(Summary summary) {
        json.writeArrayPropertyStart("hypotheses");
        summary.inquiry().hypotheses().forEach(it -> hypothesis(summary.inquiry(), it));
        json.writeEndArray();
        json.writeArrayPropertyStart("evidence");
        summary.inquiry().evidence().forEach(this::evidence);
        json.writeEndArray();
        json.writeArrayPropertyStart("tests");
        summary.inquiry().tests().forEach(this::test);
        json.writeEndArray();
        json.writeArrayPropertyStart("prompts");
        summary.figures().prompts().forEach(this::prompt);
        json.writeEndArray();
    }

    private void hypothesis(Inquiry inquiry, Hypothesis it) {
        var score = inquiry.score(it);
        json.writeStartObject();
        json.writeNumberProperty("number", it.number());
        markup("statement", it.statement());
        markup("wrongIf", it.wrongIf().orElse(null));
        word("state", it.state());
        person("author", it.author().orElse(null));
        text("proposedAt", it.proposedAt());
        text("recordedAt", it.recordedAt());
        text("link", it.link().orElse(null));
        json.writeNumberProperty("against", score.against());
        json.writeNumberProperty("for", score.inFavour());
        json.writeNumberProperty("untested", score.untested());
        person("decidedBy", it.decidedBy().orElse(null));
        text("decidedAt", it.decidedAt().orElse(null));
        markup("reason", it.reason().orElse(null));
        number("ruledOutBy", it.ruledOutBy().orElse(null));
        number("goesOnAs", it.goesOnAs().orElse(null));
        json.writeEndObject();
    }

    private void evidence(Evidence it) {
        json.writeStartObject();
        json.writeNumberProperty("number", it.number());
        word("kind", it.kind());
        markup("text", it.words());
        text("link", it.link().orElse(null));
        person("observer", it.observer().orElse(null));
        person("recordedBy", it.recorder().orElse(null));
        text("happened", it.happenedAt());
        text("recorded", it.recordedAt());
        json.writeArrayPropertyStart("ratings");
        it.ratings().forEach(rating -> {
            json.writeStartObject();
            json.writeNumberProperty("hypothesis", rating.hypothesis());
            word("says", rating.says());
            person("rater", rating.rater());
            text("at", rating.ratedAt());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private void test(HypothesisTest it) {
        json.writeStartObject();
        json.writeNumberProperty("number", it.number());
        markup("text", it.words());
        word("risk", it.risk());
        number("hypothesis", it.hypothesis().orElse(null));
        person("owner", it.owner().orElse(null));
        person("givenBy", it.givenBy().orElse(null));
        text("givenAt", it.givenAt().orElse(null));
        text("dueAt", it.dueAt().orElse(null));
        word("outcome", it.outcome().orElse(null));
        markup("found", it.found().orElse(null));
        text("foundAt", it.foundAt().orElse(null));
        json.writeArrayPropertyStart("predictions");
        it.predictions().forEach(prediction -> {
            json.writeStartObject();
            json.writeNumberProperty("hypothesis", prediction.hypothesis());
            word("expects", prediction.expects());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private void prompt(Figures.Asked it) {
        json.writeStartObject();
        text("name", it.name());
        json.writeNumberProperty("shown", it.shown());
        json.writeNumberProperty("answered", it.answered());
        json.writeNumberProperty("declined", it.declined());
        json.writeNumberProperty("ignored", it.ignored());
        json.writeEndObject();
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

    private void markup(String name, @Nullable String words) {
        text(name, words == null ? null : names.plain(words));
    }

    private void word(String name, @Nullable Enum<?> value) {
        text(name, value == null ? null : value.name().toLowerCase(Locale.ROOT));
    }

    private void number(String name, @Nullable Integer value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }

    private void text(String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, Markup.storable(value.toString()));
        }
    }
}
