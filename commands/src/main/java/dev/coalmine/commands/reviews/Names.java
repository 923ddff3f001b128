package dev.coalmine.commands.reviews;

import dev.coalmine.storage.people.People;
import dev.coalmine.storage.rules.Markup;
import java.util.HashMap;
import java.util.Map;

/** What people are called, each looked up once. */
final class Names {

    private final People people;
    private final Map<String, String> known = new HashMap<>();

    Names(People people) {
        this.people = people;
    }

    String of(String id) {
        return known.computeIfAbsent(id, people::nameOf);
    }

    /** Mark-up as plain text, with people by their names. */
    String plain(String markup) {
        return Markup.plain(markup, this::of);
    }
}
