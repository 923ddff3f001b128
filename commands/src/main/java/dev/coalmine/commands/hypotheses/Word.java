package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import java.util.List;

/** One word behind {@code hyp} and what it does; found by itself, like a command. */
interface Word {

    String word();

    default List<String> aliases() {
        return List.of();
    }

    /** How to use it, without {@code hyp}. */
    String usage();

    /** What it does, in one short sentence. */
    String does();

    /** Does it, inside one transaction; the request is about what follows the word. */
    Reply run(Request request);

    /** The refusal that shows right usage. */
    default Refused misused(String what) {
        return new Refused("%s\nUsage: `/incident hyp %s`.".formatted(what, Markup.escape(usage())));
    }
}
