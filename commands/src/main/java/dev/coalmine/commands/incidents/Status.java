package dev.coalmine.commands.incidents;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.commands.workspace.Blocks;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** Says in one line how the incident of this channel stands. */
@Component
class Status implements Command {

    private final Concerning concerning;
    private final IncidentCard card;
    private final Banner banner;

    Status(Concerning concerning, IncidentCard card, Banner banner) {
        this.concerning = concerning;
        this.card = card;
        this.banner = banner;
    }

    @Override
    public String word() {
        return "status";
    }

    @Override
    public String usage() {
        return "status";
    }

    @Override
    public String does() {
        return "Says how this incident stands, to you alone.";
    }

    @Override
    public String example() {
        return "status";
    }

    @Override
    public Topic topic() {
        return Topic.INCIDENT;
    }

    @Override
    public Reply run(Request request) {
        if (!request.isEmpty()) {
            throw wrongUsage(
                    "`status` only tells how it stands; to write something down use `note`, to move on use `stage`.");
        }
        var incident = concerning.read(request);
        var blocks = new ArrayList<LayoutBlock>();
        banner.words().map(Blocks::section).ifPresent(blocks::add);
        blocks.addAll(card.summary(incident));
        return Reply.blocks(Shown.line(incident), blocks);
    }
}
