package dev.coalmine.commands.storms;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.StormMembers;
import dev.coalmine.storage.storms.StormMembers.HeldAlert;
import dev.coalmine.storage.storms.StormMembers.Member;
import dev.coalmine.storage.storms.Storms;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Lists storms and what was held back for them, and takes what people say of them. */
@Component
class LookAtStorms implements Command {

    private static final int RECENT = 10;
    private static final int MOST_HELD = 30;

    private final Storms storms;
    private final StormMembers members;
    private final StormCard card;
    private final Judging judging;
    private final Until until;
    private final Concerning concerning;

    LookAtStorms(
            Storms storms, StormMembers members, StormCard card, Judging judging, Until until, Concerning concerning) {
        this.storms = storms;
        this.members = members;
        this.card = card;
        this.judging = judging;
        this.until = until;
        this.concerning = concerning;
    }

    @Override
    public String word() {
        return "storms";
    }

    @Override
    public List<String> aliases() {
        return List.of("storm");
    }

    @Override
    public String usage() {
        return "storms [<n> | held <n> | expected <n> until <when> | not <n> | real <n> | split <n> <source>]";
    }

    @Override
    public String does() {
        return "Lists storms, shows one, or lists the alerts that got no channel of their own because of it; says that"
                + " one is expected, is none, is real, or that one of its sources is something else.";
    }

    @Override
    public String example() {
        return "storms expected 7 until 17:00";
    }

    @Override
    public Topic topic() {
        return Topic.ANYWHERE;
    }

    @Override
    public Reply run(Request request) {
        if (request.isEmpty()) {
            return list(request);
        }
        var rest = request.afterFirst();
        return switch (request.first().toLowerCase(Locale.ROOT)) {
            case "held" -> held(storm(rest));
            case "expected" -> expected(rest);
            case "not" -> judging.not(storm(rest), rest.person());
            case "real" -> judging.real(storm(rest), rest.person());
            case "split" -> split(rest);
            default -> show(storm(request));
        };
    }

    private Reply list(Request request) {
        var lines = storms.recent(Limit.of(RECENT)).stream()
                .filter(it -> concerning.mayKnow(it.incident(), request.person()))
                .map(this::line)
                .collect(Collectors.joining("\n"));
        return Reply.line(
                lines.isEmpty()
                        ? "No storm was heard yet. What is listened to: `/incident launches` and `/incident alerts`."
                        : lines);
    }

    private String line(Storm storm) {
        var sources = members.of(storm.number()).stream()
                .map(Member::source)
                .distinct()
                .limit(3)
                .map(it -> "`%s`".formatted(Markup.escape(it)))
                .collect(Collectors.joining(", "));
        return "*%d* · %s · %s · %d failures of %s · %s%s%s"
                .formatted(
                        storm.number(),
                        storm.kind().name().toLowerCase(Locale.ROOT),
                        storm.endedAt().map(it -> "over").orElse("*goes on*"),
                        storm.failures(),
                        sources,
                        storm.incident().map("incident %d"::formatted).orElse("nobody was told"),
                        storm.held() == 0 ? "" : " · %d alerts held back".formatted(storm.held()),
                        storm.verdict()
                                .map(it -> " · " + StormCard.verdict(storm, it))
                                .orElse(""));
    }

    private Reply show(Storm storm) {
        var drawing = card.draw(storm.number());
        return Reply.blocks(drawing.line(), drawing.blocks());
    }

    private Reply held(Storm storm) {
        var held = members.held(storm.number(), MOST_HELD);
        if (held.isEmpty()) {
            return Reply.line("Nothing was held back for storm %d.".formatted(storm.number()));
        }
        var more = storm.held() > held.size() ? "\n… and %d more.".formatted(storm.held() - held.size()) : "";
        return Reply.line("%d alerts got no channel of their own because of storm %d:\n%s%s"
                .formatted(
                        storm.held(),
                        storm.number(),
                        held.stream().map(LookAtStorms::line).collect(Collectors.joining("\n")),
                        more));
    }

    private static String line(HeldAlert held) {
        return "%s · %s · %s · %s · %s"
                .formatted(
                        Shown.time(held.at()),
                        held.hook(),
                        Markup.escape(held.service()),
                        Markup.clip(Markup.escape(held.title()), 120),
                        held.why());
    }

    private Reply expected(Request request) {
        var storm = storm(request);
        if (request.rest().isEmpty() && request.door().opensForms()) {
            return new Reply.Form(ExpectedForm.of(storm));
        }
        var moment = until.read(request.rest(), request.person())
                .orElseThrow(() -> wrongUsage("Say until when, at most 31 days from now: `17:00`, `2h`, or a date."));
        return judging.expected(storm, moment, request.person(), Shown.time(moment));
    }

    private Reply split(Request request) {
        var storm = storm(request);
        if (request.rest().isEmpty() && request.door().opensForms()) {
            return new Reply.Form(SplitForm.of(storm, members.of(storm.number())));
        }
        return judging.split(storm, request.afterFirst().plain(), request.person());
    }

    private Storm storm(Request request) {
        var number = request.first().replaceFirst("^#", "");
        if (!number.matches("\\d{1,9}")) {
            throw wrongUsage("Say which storm: its number stands on its card.");
        }
        return storms.findById(Long.parseLong(number))
                .filter(it -> concerning.mayKnow(it.incident(), request.person()))
                .orElseThrow(
                        () -> new Refused("There is no storm %s. `/incident storms` lists them.".formatted(number)));
    }
}
