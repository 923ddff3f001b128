package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Command;
import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the line of {@code declare}: options first, in any order, then the title. The first word that is no option
 * begins the title, so a title may hold any word.
 */
final class DeclareLine {

    private final Command command;
    private String left;

    @Nullable
    private Severity severity;

    @Nullable
    private String service;

    private Kind kind = Kind.INCIDENT;
    private boolean restricted;
    private boolean byCustomer;

    private DeclareLine(String line, Command command) {
        this.left = line.strip();
        this.command = command;
    }

    static Wish read(String line, Command command) {
        var reader = new DeclareLine(line, command);
        while (reader.takesOption()) {}
        return reader.wish();
    }

    private Wish wish() {
        return new Wish(left, severity, service, kind, restricted, byCustomer, null, null);
    }

    private boolean takesOption() {
        var parts = left.split("\\s+", 2);
        if (!understands(parts[0])) {
            return false;
        }
        left = parts.length == 1 ? "" : parts[1];
        return true;
    }

    private boolean understands(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (lower.startsWith("sev:") || lower.startsWith("severity:")) {
            severity = severity(word.substring(word.indexOf(':') + 1));
            return true;
        }
        if (lower.startsWith("service:")) {
            service = service(word.substring("service:".length()));
            return true;
        }
        return isFlag(lower);
    }

    private boolean isFlag(String word) {
        switch (word) {
            case "private" -> restricted = true;
            case "near-miss" -> kind = Kind.NEAR_MISS;
            case "drill" -> kind = Kind.DRILL;
            case "security" -> kind = Kind.SECURITY;
            case "customer" -> byCustomer = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    private Severity severity(String word) {
        return Severity.read(word).orElseThrow(() -> command.wrongUsage("A severity is 1 (worst), 2, 3 or 4."));
    }

    private String service(String word) {
        if (word.isEmpty()) {
            throw command.wrongUsage("Name the service behind the colon.");
        }
        return Wish.service(word);
    }
}
