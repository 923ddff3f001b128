package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import org.springframework.stereotype.Component;

/** Tells how the hypotheses of an incident were dealt with, in numbers. */
@Component
class ShowFigures implements Word {

    private final Concerning concerning;
    private final FiguresOf figures;

    ShowFigures(Concerning concerning, FiguresOf figures) {
        this.concerning = concerning;
        this.figures = figures;
    }

    @Override
    public String word() {
        return "stats";
    }

    @Override
    public String usage() {
        return "stats";
    }

    @Override
    public String does() {
        return "tells how long the first one led, when it was first contradicted, and what was asked unasked.";
    }

    @Override
    public Reply run(Request request) {
        var lines = figures.incident(concerning.read(request)).words();
        return Reply.line(lines.isEmpty() ? "There is nothing to tell yet." : String.join("\n", lines));
    }
}
