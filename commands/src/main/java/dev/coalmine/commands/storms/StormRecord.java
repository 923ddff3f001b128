package dev.coalmine.commands.storms;

import dev.coalmine.commands.storms.detector.StormView;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.StormMembers;
import dev.coalmine.storage.storms.StormMembers.Member;
import dev.coalmine.storage.storms.Storms;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes down how storms stand, and reads it again. */
@Component
class StormRecord {

    private static final int LONGEST = 9_000;
    private static final int MOST_DRAWN = 50;

    private final Storms storms;
    private final StormMembers members;
    private final JsonMapper json;

    StormRecord(Storms storms, StormMembers members, JsonMapper json) {
        this.storms = storms;
        this.members = members;
        this.json = json;
    }

    /** How it stands now, with what the detector says to that. */
    void keep(Storm storm, Storm.Kind kind, StormView view, String explanation) {
        write(storm, kind, view, Markup.clip(Markup.escape(explanation), LONGEST));
    }

    /** How it stands now; what was said of it before still holds. */
    void keep(Storm storm, Storm.Kind kind, StormView view) {
        write(storm, kind, view, storm.explanation());
    }

    private void write(Storm storm, Storm.Kind kind, StormView view, String words) {
        storm.stands(kind, Instant.ofEpochMilli(view.first()), view.failures(), words, written(view));
        storms.save(storm);
        members.keep(storm.number(), members(view));
    }

    /** Whether nothing that is drawn has changed. */
    boolean isAsKept(Storm storm, StormView view) {
        return storm.drawnFrom().equals(written(view));
    }

    StormView view(Storm storm) {
        return json.readValue(storm.drawnFrom(), StormView.class);
    }

    Set<String> sources(Storm storm) {
        return members.of(storm.number()).stream().map(Member::source).collect(Collectors.toSet());
    }

    static List<Member> members(StormView view) {
        return view.members().stream()
                .map(it -> new Member(it.source(), it.alerts(), it.byHand(), it.failures()))
                .toList();
    }

    private String written(StormView view) {
        return json.writeValueAsString(drawable(view));
    }

    /** What is drawn needs no more than some names. */
    private static StormView drawable(StormView view) {
        return new StormView(
                view.storm(),
                view.kind(),
                view.first(),
                view.latest(),
                view.failures(),
                view.automated(),
                view.manual(),
                view.usual(),
                view.expectedDays(),
                view.members().stream().limit(MOST_DRAWN).toList(),
                view.text(),
                view.saying(),
                view.newText(),
                view.leading(),
                view.fine().stream().limit(MOST_DRAWN).toList(),
                view.witness(),
                view.manualSucceeded(),
                view.usualManualShare(),
                view.entities().stream().limit(MOST_DRAWN).toList());
    }
}
