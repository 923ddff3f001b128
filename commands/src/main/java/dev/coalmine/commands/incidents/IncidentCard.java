package dev.coalmine.commands.incidents;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.commands.workspace.Links;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.Moment;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.pages.Pages;
import dev.coalmine.storage.roles.Assignments;
import dev.coalmine.storage.rules.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people see of an incident at a glance, drawn from the record. */
@Component
public class IncidentCard {

    // Slack takes ten fields in a section.
    private static final int FIELDS = 10;

    private final Assignments assignments;
    private final Pages pages;

    IncidentCard(Assignments assignments, Pages pages) {
        this.assignments = assignments;
        this.pages = pages;
    }

    /** For the incident's channel, with buttons. */
    public List<LayoutBlock> draw(Incident incident) {
        var blocks = new ArrayList<>(summary(incident));
        blocks.add(Blocks.actions("card", buttons(incident)));
        return blocks;
    }

    /** For anybody who asks, without buttons. */
    public List<LayoutBlock> summary(Incident incident) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(Blocks.header(incident.title()));
        blocks.add(Blocks.fields(fields(incident)));
        var noted = notes(incident);
        if (!noted.isEmpty()) {
            blocks.add(Blocks.context(String.join("  ·  ", noted)));
        }
        return blocks;
    }

    /** For the announcements channel. */
    public List<LayoutBlock> announcement(Incident incident) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(Blocks.section(Shown.line(incident)));
        blocks.add(Blocks.context("%s  ·  declared %s%s"
                .formatted(
                        commander(incident),
                        Shown.time(incident.declaredAt()),
                        incident.channelTrouble().map("  ·  "::concat).orElse(""))));
        if (incident.stage().open()) {
            blocks.add(Blocks.actions(
                    "announcement",
                    List.of(
                            Blocks.button("Join", "#%d join".formatted(incident.number())),
                            Blocks.button("Show", "#%d show".formatted(incident.number())))));
        }
        return blocks;
    }

    /** For the channel's topic; Slack takes 250 characters. */
    public String topic(Incident incident) {
        var commander =
                assignments.commander(incident.number()).map(Markup::person).orElse("nobody yet");
        return Markup.clip(
                "%s · %s · Commander: %s · %s"
                        .formatted(
                                incident.severity().label(),
                                incident.stage().label(),
                                commander,
                                Markup.escape(incident.title())),
                250);
    }

    private List<String> fields(Incident incident) {
        var fields = new ArrayList<String>();
        fields.add("*Incident*\n" + number(incident));
        fields.add("*Severity*\n" + incident.severity().label());
        fields.add("*Stage*\n" + stage(incident));
        fields.add("*Commander*\n"
                + assignments.commander(incident.number()).map(Markup::person).orElse("_unfilled_"));
        incident.service().ifPresent(service -> fields.add("*Service*\n" + Markup.escape(service)));
        fields.add("*Noticed by*\n" + incident.noticedBy().label());
        for (var moment : Moment.values()) {
            incident.timeOf(moment)
                    .ifPresent(at -> fields.add("*%s*\n%s".formatted(Shown.capital(moment.label()), Shown.time(at))));
        }
        return fields.stream().limit(FIELDS).toList();
    }

    private static String number(Incident incident) {
        return incident.kind() == Kind.INCIDENT
                ? String.valueOf(incident.number())
                : "%d, %s".formatted(incident.number(), incident.kind().label());
    }

    private static String stage(Incident incident) {
        return incident.mergedInto()
                .map(other -> "Merged into incident %d".formatted(other))
                .orElse(incident.stage().label());
    }

    private List<String> notes(Incident incident) {
        var notes = new ArrayList<String>();
        var others = assignments.current(incident.number()).stream()
                .filter(a -> !a.role().equals("commander"))
                .map(a -> "%s: %s".formatted(Shown.capital(a.role()), Markup.person(a.person())))
                .toList();
        notes.addAll(others);
        alerts(incident).ifPresent(notes::add);
        incident.runbook().ifPresent(link -> notes.add(Markup.clip(Links.shown(link, "Runbook"), 500)));
        incident.link().ifPresent(link -> notes.add(Links.shown(link, "Where it was seen")));
        incident.channelTrouble().ifPresent(notes::add);
        return notes;
    }

    private Optional<String> alerts(Incident incident) {
        var count = pages.count(incident.number());
        if (count.all() == 0) {
            return Optional.empty();
        }
        var since = count.flappingSince();
        var flaps = count.flapping()
                ? ", flapping (started %d times)%s"
                        .formatted(count.starts(), since == null ? "" : " since " + Shown.time(since))
                : "";
        return Optional.of("Alerts: %d, of which %d firing%s".formatted(count.all(), count.firing(), flaps));
    }

    private String commander(Incident incident) {
        return "Commander: "
                + assignments.commander(incident.number()).map(Markup::person).orElse("nobody yet");
    }

    private List<BlockElement> buttons(Incident incident) {
        var number = "#" + incident.number() + " ";
        var buttons = new ArrayList<BlockElement>();
        if (incident.stage().open() && assignments.commander(incident.number()).isEmpty()) {
            buttons.add(Blocks.button("I take command", number + "commander", "primary"));
        }
        next(incident.stage()).forEach(word -> buttons.add(Blocks.button(Shown.capital(word), number + word)));
        buttons.add(Blocks.button("Add note", number + "note"));
        buttons.add(Blocks.button("Join", number + "join"));
        if (incident.stage().open()) {
            buttons.add(Blocks.menu("severity", "Severity", severities(number)));
        }
        buttons.add(Blocks.more(more(incident, number)));
        return buttons;
    }

    private static List<String> next(Stage stage) {
        return switch (stage) {
            case TRIAGE, INVESTIGATING -> List.of("identify", "mitigate", "resolve");
            case IDENTIFIED -> List.of("mitigate", "resolve");
            case MITIGATED -> List.of("resolve");
            case RESOLVED -> List.of("close", "reopen");
            case CLOSED, DECLINED -> List.of("reopen");
            case MERGED -> List.of();
        };
    }

    private static List<OptionObject> severities(String number) {
        return Stream.of(Severity.values())
                .map(s -> Blocks.option(s.label(), number + "severity " + (s.ordinal() + 1)))
                .toList();
    }

    private static List<OptionObject> more(Incident incident, String number) {
        var options = new ArrayList<OptionObject>();
        options.add(Blocks.option("Timeline", number + "timeline"));
        options.add(Blocks.option("Roles", number + "roles"));
        options.add(Blocks.option("Export as Markdown", number + "export md"));
        if (incident.stage().open()) {
            options.add(Blocks.option("Decline: it is no incident", number + "decline"));
        }
        return options;
    }
}
