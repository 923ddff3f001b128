package dev.coalmine.commands.roles;

import dev.coalmine.commands.language.Command;
import dev.coalmine.storage.people.People;
import dev.coalmine.storage.people.Person;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads whom somebody names: {@code @bob} as Slack sends it, or a plain handle of somebody Coalmine knows. */
@Component
class Mentioned {

    private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]+)(?:\\|[^>]*)?>");

    private final People people;

    Mentioned(People people) {
        this.people = people;
    }

    /** The person named, or {@code otherwise} when nobody is. */
    String in(String words, String otherwise, Command command) {
        var text = words.strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        var mention = MENTION.matcher(text);
        if (mention.matches()) {
            return mention.group(1);
        }
        return people.theOneCalled(text.replaceFirst("^@", ""))
                .map(Person::id)
                .orElseThrow(
                        () -> command.wrongUsage("Nobody here is called “%s”; pick the name that Slack offers behind @."
                                .formatted(text.length() > 50 ? text.substring(0, 50) + "…" : text)));
    }
}
