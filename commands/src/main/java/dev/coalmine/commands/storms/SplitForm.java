package dev.coalmine.commands.storms;

import com.slack.api.model.view.View;
import dev.coalmine.commands.language.Form;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.commands.workspace.Forms;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.StormMembers.Member;
import dev.coalmine.storage.storms.Storms;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The form behind the storm card's “Split…”. */
@Component
class SplitForm implements Form {

    private static final String NAME = "storm-split";
    private static final String SOURCE = "source";

    // Slack takes so many options.
    private static final int MOST = 100;

    private final Storms storms;
    private final Judging judging;

    SplitForm(Storms storms, Judging judging) {
        this.storms = storms;
        this.judging = judging;
    }

    static View of(Storm storm, List<Member> members) {
        var options = members.stream()
                .map(Member::source)
                .filter(it -> it.length() <= 150)
                .distinct()
                .limit(MOST)
                .map(it -> Blocks.option(it, it))
                .toList();
        return Forms.form(
                NAME,
                "Storm " + storm.number(),
                "Split off",
                String.valueOf(storm.number()),
                List.of(Blocks.choice(SOURCE, "Which source is something else?", "choose one", options)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Reply submit(Submission form) {
        var storm = storms.findById(form.incident()).orElseThrow(form::outdated);
        var source = form.value(SOURCE);
        return source.isEmpty()
                ? new Reply.Mistakes(Map.of(SOURCE, "Choose the source that is something else."))
                : judging.split(storm, source.get(), form.person());
    }
}
