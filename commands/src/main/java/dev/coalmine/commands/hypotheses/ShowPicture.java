package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.rules.Refused;
import org.springframework.stereotype.Component;

/** Puts the board into the channel as a picture. */
@Component
class ShowPicture implements Word {

    private final Concerning concerning;
    private final Workspace workspace;
    private final Ledger ledger;

    ShowPicture(Concerning concerning, Workspace workspace, Ledger ledger) {
        this.concerning = concerning;
        this.workspace = workspace;
        this.ledger = ledger;
    }

    @Override
    public String word() {
        return "picture";
    }

    @Override
    public String usage() {
        return "picture";
    }

    @Override
    public String does() {
        return "puts the board into the channel as a picture, for the review.";
    }

    @Override
    public Reply run(Request request) {
        var incident = concerning.read(request);
        if (ledger.of(incident.number()).hypotheses().isEmpty()) {
            throw new Refused(
                    "There is nothing to draw yet; `/incident hyp add &lt;statement&gt;` makes the first one.");
        }
        workspace.pictureBoard(incident.number());
        return Reply.line("The picture is on its way into the channel.");
    }
}
