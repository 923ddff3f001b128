package dev.coalmine.sandbox.workspace;

import java.util.Locale;

/** Another app than the one that is tried here, or an incoming webhook: it only posts, and is no person. */
public record Bot(String id, String name) {

    /** The same name is the same bot. */
    public static Bot named(String name) {
        var letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return new Bot("B0" + (letters + "0000000").substring(0, Math.clamp(letters.length(), 7, 9)), name);
    }

    Person person() {
        return new Person(id, name, name, "", "Etc/UTC", false, 0);
    }
}
