package dev.coalmine.commands.storms;

import com.slack.api.model.view.View;
import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Form;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.commands.workspace.Forms;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.Storms;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The form behind the storm card's “Expected until…”. */
@Component
class ExpectedForm implements Form {

    private static final String NAME = "storm-expected";
    private static final String WHEN = "when";

    private final Storms storms;
    private final Judging judging;
    private final Until until;

    ExpectedForm(Storms storms, Judging judging, Until until) {
        this.storms = storms;
        this.judging = judging;
        this.until = until;
    }

    static View of(Storm storm) {
        return Forms.form(
                NAME,
                "Storm " + storm.number(),
                "Expected",
                String.valueOf(storm.number()),
                List.of(Blocks.input(WHEN, "Until when?", "Such as 17:00, 2h, or a date and time", false, false)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Reply submit(Submission form) {
        var storm = storms.findById(form.incident()).orElseThrow(form::outdated);
        var moment = form.value(WHEN).flatMap(it -> until.read(it, form.person()));
        return moment.isEmpty()
                ? new Reply.Mistakes(Map.of(WHEN, "Say a time within 31 days: 17:00, 2h, or a date and time."))
                : judging.expected(storm, moment.get(), form.person(), Shown.time(moment.get()));
    }
}
