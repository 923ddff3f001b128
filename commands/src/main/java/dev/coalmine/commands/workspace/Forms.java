package dev.coalmine.commands.workspace;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.coalmine.commands.workspace.limits.Fitting;
import java.util.List;

/** The frame of a form: title and buttons of at most 24 characters, as Slack wants them. */
public final class Forms {

    /** What a form's callback id begins with. */
    public static final String PREFIX = "form:";

    private Forms() {}

    /** @param context comes back with the submission; at most 3,000 characters */
    public static View form(String name, String title, String submit, String context, List<LayoutBlock> blocks) {
        return Fitting.view(View.builder()
                .type("modal")
                .callbackId(PREFIX + name)
                .title(ViewTitle.builder().type("plain_text").text(title).build())
                .submit(ViewSubmit.builder().type("plain_text").text(submit).build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").build())
                .privateMetadata(context)
                .blocks(blocks)
                .build());
    }
}
