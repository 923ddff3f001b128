package dev.coalmine.commands.launches;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.launches.Launcher;
import dev.coalmine.storage.launches.Launchers;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows what was heard of launches lately, and how a message would be read. */
@Component
class ShowLaunches implements Command {

    private static final Duration LATELY = Duration.ofHours(1);
    private static final int MOST = 20;
    private static final Pattern LINK = Pattern.compile(
            "/archives/([CG][A-Z0-9]+)/p(\\d{10})(\\d{6})(?:\\?(?:[^\\s>|]*&(?:amp;)?)?thread_ts=([\\d.]+))?");

    private final Launchers launchers;
    private final WatchedChannels channels;
    private final Workspace workspace;
    private final Clock clock;

    ShowLaunches(Launchers launchers, WatchedChannels channels, Workspace workspace, Clock clock) {
        this.launchers = launchers;
        this.channels = channels;
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "launches";
    }

    @Override
    public String usage() {
        return "launches [try <link to a message>]";
    }

    @Override
    public String does() {
        return "Shows what was heard of launches within the last hour; `try` tells you how a message would be read.";
    }

    @Override
    public String example() {
        return "launches try https://acme.slack.com/archives/C0LAUNCHES/p1795230384554460";
    }

    @Override
    public Topic topic() {
        return Topic.OPERATORS;
    }

    @Override
    public Reply run(Request request) {
        if (request.isEmpty()) {
            return Reply.line(lately());
        }
        var link = LINK.matcher(request.rest());
        if (!request.first().toLowerCase(Locale.ROOT).equals("try") || !link.find()) {
            throw wrongUsage("Say `try` and the link to a message: its menu has *Copy link*.");
        }
        return look(request, link);
    }

    private String lately() {
        var heard = launchers.heardSince(clock.instant().minus(LATELY), MOST);
        return heard.isEmpty()
                ? "No launch was heard of within the last hour. %s".formatted(watched())
                : heard.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String watched() {
        return channels.any()
                ? "Watched: %s.".formatted(mentioned(channels.all()))
                : "No channel is watched. How launches come in: docs/launches.md.";
    }

    private static String mentioned(List<String> channels) {
        return channels.stream()
                .map(it -> WatchedChannels.isId(it) ? "<#%s>".formatted(it) : "#" + Markup.escape(it))
                .collect(Collectors.joining(", "));
    }

    private String line(Launcher launcher) {
        return "*%s* · started %d, succeeded %d, failed %d%s · last heard of %s ago"
                .formatted(
                        Markup.clip(Markup.escape(launcher.name()), 100),
                        launcher.started(),
                        launcher.succeeded(),
                        launcher.failed(),
                        launcher.byHand() == 0 ? "" : " (by hand %d)".formatted(launcher.byHand()),
                        ago(Duration.between(launcher.last(), clock.instant())));
    }

    private static String ago(Duration time) {
        return time.toMinutes() == 0
                ? "%d s".formatted(Math.max(0, time.toSeconds()))
                : "%d min".formatted(time.toMinutes());
    }

    /** Whoever asks must not learn by it what is said in a channel that they cannot see. */
    private Reply look(Request request, Matcher link) {
        var channel = link.group(1);
        if (!channel.equals(request.channel()) && channels.look(channel) != WatchedChannels.Look.WATCHED) {
            throw new Refused(
                    "That channel is not watched. Ask in the channel itself, where you can see what is said.");
        }
        workspace.look(channel, "%s.%s".formatted(link.group(2), link.group(3)), link.group(4), request.person());
        return Reply.line("I read that message, and tell you in private what I make of it.");
    }
}
