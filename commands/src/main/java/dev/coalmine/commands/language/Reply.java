package dev.coalmine.commands.language;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.coalmine.commands.workspace.limits.Fitting;
import java.util.List;
import java.util.Map;

/** What the person who asked is shown; nobody else sees it. What everybody is to see goes through the workspace. */
public sealed interface Reply {

    /** One line, with blocks when there is more to show than a line. */
    record Said(String text, List<LayoutBlock> blocks) implements Reply {

        public Said {
            var fitting = Fitting.message(text, blocks);
            text = fitting.text();
            blocks = fitting.blocks();
        }
    }

    /** A form is opened; it has to arrive within three seconds of the question. */
    record Form(View view) implements Reply {}

    /** A form is sent back with what is wrong, by the id of each block. */
    record Mistakes(Map<String, String> byBlock) implements Reply {}

    /** The answer is to be seen elsewhere. */
    record Nothing() implements Reply {}

    static Reply line(String text) {
        return new Said(text, List.of());
    }

    static Reply blocks(String text, List<LayoutBlock> blocks) {
        return new Said(text, blocks);
    }

    static Reply nothing() {
        return new Nothing();
    }
}
