package dev.coalmine.commands.timeline;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.timeline.Timeline;
import dev.coalmine.storage.timeline.Verdict;
import org.springframework.stereotype.Component;

/** Reads the record back, or checks it. */
@Component
class ShowTimeline implements Command {

    private final Concerning concerning;
    private final Timeline timeline;
    private final TimelineView view;

    ShowTimeline(Concerning concerning, Timeline timeline, TimelineView view) {
        this.concerning = concerning;
        this.timeline = timeline;
        this.view = view;
    }

    @Override
    public String word() {
        return "timeline";
    }

    @Override
    public String usage() {
        return "timeline [n|verify]";
    }

    @Override
    public String does() {
        return "Shows the last entries of the timeline, or checks that none was changed.";
    }

    @Override
    public String example() {
        return "timeline 20";
    }

    @Override
    public Topic topic() {
        return Topic.RECORD;
    }

    @Override
    public Reply run(Request request) {
        if (!request.words().matches("(?i)|verify|\\d{1,4}")) {
            throw wrongUsage("Say how many entries you want, or `verify`.");
        }
        var incident = concerning.read(request).number();
        if (request.words().equalsIgnoreCase("verify")) {
            return Reply.line(said(timeline.verify(incident)));
        }
        return Reply.line(view.latest(incident, request.isEmpty() ? USUAL : Integer.parseInt(request.words())));
    }

    private static final int USUAL = 15;

    private static String said(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Whole(var entries, var seal) ->
                "The timeline is whole: %d entries, each sealed to the one before. The last seal is `%s`."
                        .formatted(entries, seal);
            case Verdict.Broken(var entry, var why) ->
                "*The timeline was tampered with.* Entry %d is the first that is wrong: %s.".formatted(entry, why);
        };
    }
}
