package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.hypotheses.Board;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Delivery;
import org.springframework.stereotype.Component;

/** Shows the hypotheses in their incident's channel: posts the board once, and edits it in place from then on. */
@Component
class DrawBoard implements Runner<Errand.DrawBoard> {

    private final Incidents incidents;
    private final Board board;
    private final InPlace inPlace;

    DrawBoard(Incidents incidents, Board board, InPlace inPlace) {
        this.incidents = incidents;
        this.board = board;
        this.inPlace = inPlace;
    }

    @Override
    public Class<Errand.DrawBoard> errand() {
        return Errand.DrawBoard.class;
    }

    @Override
    public String firstCall() {
        return "chat.update";
    }

    @Override
    public Outcome run(Errand.DrawBoard errand, Delivery delivery) throws Undelivered {
        var channel = incidents
                .findById(errand.incident())
                .filter(incident -> !incident.channelGone())
                .flatMap(Incident::channel);
        if (channel.isPresent()) {
            var drawing = board.draw(errand.incident());
            inPlace.show(Workspace.board(errand.incident()), channel.get(), drawing.line(), drawing.blocks(), delivery);
        }
        return new Outcome.Done();
    }
}
