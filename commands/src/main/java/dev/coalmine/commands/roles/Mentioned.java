package dev.coalmine.commands.roles;

import dev.coalmine.commands.language.Command;
import dev.coalmine.storage.people.People;
import dev.coalmine.storage.people.Person;
import dev.coalmine.storage.rules.Markup;
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
            return active(mention.group(1), command);
        }
        return people.theOneCalled(text.replaceFirst("^@", ""))
                .map(Person::id)
                .orElseThrow(
                        () -> command.wrongUsage("Nobody here is called “%s”; pick the name that Slack offers behind @."
                                .formatted(text.length() > 50 ? text.substring(0, 50) + "…" : text)));
    }

    /** Somebody Coalmine has not met yet is taken for a person. */
    private String active(String id, Command command) {
        if (people.findById(id).filter(known -> !known.active()).isPresent()) {
            throw command.wrongUsage("%s is an app, or has left; name a person.".formatted(Markup.person(id)));
        }
        return id;
    }
}
