package dev.coalmine.commands.workspace;

import dev.coalmine.commands.workspace.limits.Cut;
import dev.coalmine.commands.workspace.limits.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Makes several messages of one that is longer than Slack shows. */
final class Pieces {

    private static final int MOST = 5;
    private static final String REST = "_… The rest is in the record: `/incident export`._";
    private static final int LENGTH = Limits.FOLDED - 100;

    private Pieces() {}

    /** The same errand, or several in its place; buttons stand below the last. */
    static List<Errand> of(Errand errand) {
        return switch (errand) {
            case Errand.Post(var incident, var markup, var choices) ->
                split(markup, choices, (text, below) -> new Errand.Post(incident, text, below));
            case Errand.PostBelow(var incident, var below, var markup, var choices) ->
                split(markup, choices, (text, last) -> new Errand.PostBelow(incident, below, text, last));
            case Errand.Answer(var channel, var thread, var markup) ->
                split(markup, List.of(), (text, _) -> new Errand.Answer(channel, thread, text));
            case Errand.Tell(var person, var markup, var choices) ->
                split(markup, choices, (text, below) -> new Errand.Tell(person, text, below));
            default -> List.of(errand);
        };
    }

    private static List<Errand> split(
            String markup, List<Errand.Choice> choices, BiFunction<String, List<Errand.Choice>, Errand> errand) {
        var texts = texts(markup);
        var last = texts.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> errand.apply(texts.get(i), i == last ? choices : List.of()))
                .toList();
    }

    private static List<String> texts(String markup) {
        if (markup.length() <= Limits.FOLDED) {
            return List.of(markup);
        }
        var pieces = Cut.pieces(markup, LENGTH);
        if (pieces.size() <= MOST) {
            return pieces;
        }
        var some = new ArrayList<>(pieces.subList(0, MOST));
        some.set(MOST - 1, some.getLast() + "\n" + REST);
        return some;
    }
}
