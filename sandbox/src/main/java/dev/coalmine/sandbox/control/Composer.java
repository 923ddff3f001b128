package dev.coalmine.sandbox.control;

import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Slack makes of what people type: names become ids, links are marked, the rest is escaped. */
final class Composer {

    private static final Pattern TOKEN = Pattern.compile("<(?<ready>[@#][A-Z0-9]+)(?:\\|[^<>]*)?>"
            + "|(?<link>https?://[^\\s<>|]*[^\\s<>|.,;:!?)\\]}'\"])"
            + "|(?<![\\w@])@(?<person>[\\w.-]*\\w)"
            + "|(?<![\\w#&])#(?<channel>[\\p{L}\\p{N}_-]+)"
            + "|(?<other>[&<>])");

    private final Workspace workspace;
    private final boolean labels;

    private Composer(Workspace workspace, boolean labels) {
        this.workspace = workspace;
        this.labels = labels;
    }

    /** In a message, people stand as their id alone. */
    static String message(Workspace workspace, String typed) {
        return new Composer(workspace, false).compose(typed);
    }

    /** With a command that has {@code should_escape}, the name comes with the id. */
    static String command(Workspace workspace, String typed) {
        return new Composer(workspace, true).compose(typed);
    }

    private String compose(String typed) {
        return TOKEN.matcher(typed).replaceAll(it -> Matcher.quoteReplacement(replaced(it)));
    }

    private String replaced(MatchResult token) {
        if (token.group("ready") != null) {
            return ready(token.group(), token.group("ready"));
        }
        if (token.group("link") != null) {
            return "<" + token.group("link").replace("&", "&amp;") + ">";
        }
        if (token.group("person") != null) {
            return person(token.group("person")).orElse(token.group());
        }
        if (token.group("channel") != null) {
            return channel(token.group("channel")).orElse(token.group());
        }
        return escaped(token.group());
    }

    /** Scripts may write the id themselves; one that nobody has is just text. */
    private String ready(String whole, String id) {
        var known = id.startsWith("@")
                ? workspace.people().find(id.substring(1)).isPresent()
                : workspace.channels().find(id.substring(1)).isPresent();
        return known ? whole : escaped(whole);
    }

    private Optional<String> person(String name) {
        return switch (name) {
            case "channel", "here", "everyone" -> Optional.of("<!" + name + ">");
            default ->
                workspace
                        .people()
                        .named(name)
                        .map(it -> labelled("@" + it.id(), it.name()))
                        .or(() -> group(name));
        };
    }

    private Optional<String> group(String handle) {
        return workspace.people().groups().stream()
                .filter(it -> it.handle().equals(handle))
                .map(it -> labelled("!subteam^" + it.id(), "@" + handle))
                .findFirst();
    }

    private Optional<String> channel(String name) {
        return workspace
                .channels()
                .named(name)
                .filter(it -> it.kind() == Channel.Kind.PUBLIC)
                .map(it -> "<#%s|%s>".formatted(it.id(), it.name()));
    }

    private String labelled(String id, String label) {
        return labels ? "<%s|%s>".formatted(id, label) : "<%s>".formatted(id);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
