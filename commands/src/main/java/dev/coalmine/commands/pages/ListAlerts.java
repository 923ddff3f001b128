package dev.coalmine.commands.pages;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.pages.AlertLog;
import dev.coalmine.storage.pages.Page;
import dev.coalmine.storage.pages.Pages;
import dev.coalmine.storage.pages.Place;
import dev.coalmine.storage.pages.SetAside;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Lists the latest alerts and what became of each; what was set aside can be had handled again. */
@Component
class ListAlerts implements Command {

    // Some 150 characters each; beyond 4,000 Slack folds a message.
    private static final int MOST = 25;
    private static final int MOST_SET_ASIDE = 5;
    private static final Pattern AGAIN = Pattern.compile("again\\s+(\\S+)", Pattern.CASE_INSENSITIVE);

    private final Pages pages;
    private final AlertLog log;
    private final Concerning concerning;
    private final Incidents incidents;

    ListAlerts(Pages pages, AlertLog log, Concerning concerning, Incidents incidents) {
        this.pages = pages;
        this.log = log;
        this.concerning = concerning;
        this.incidents = incidents;
    }

    @Override
    public String word() {
        return "alerts";
    }

    @Override
    public String usage() {
        return "alerts [n | again <row>]";
    }

    @Override
    public String does() {
        return "Lists the latest alerts and what became of each, those held back too, and the rows of the alert log"
                + " that failed; `again` has such a row handled once more.";
    }

    @Override
    public String example() {
        return "alerts 20";
    }

    @Override
    public Topic topic() {
        return Topic.OPERATORS;
    }

    @Override
    public Reply run(Request request) {
        var again = AGAIN.matcher(request.words());
        if (again.matches()) {
            return again(again.group(1));
        }
        if (!request.words().matches("|\\d{1,3}")) {
            throw wrongUsage("Say how many you want, or which row is to be handled again.");
        }
        return list(request);
    }

    private Reply list(Request request) {
        var most = request.isEmpty() ? 15 : Math.clamp(Integer.parseInt(request.words()), 1, MOST);
        var setAside = log.setAside(Intake.READER, MOST_SET_ASIDE).stream().map(ListAlerts::line);
        var heard = pages.latest(Limit.of(most)).stream()
                .filter(page -> mayKnow(page, request))
                .map(ListAlerts::line);
        var lines = Stream.concat(setAside, heard).toList();
        return Reply.line(
                lines.isEmpty()
                        ? "No alert has come in yet. How to connect sources: docs/hooks.md."
                        : String.join("\n", lines));
    }

    private Reply again(String row) {
        var place = Place.read(row)
                .orElseThrow(() -> wrongUsage("A row is a number such as 17 or 2-17; `alerts` lists those set aside."));
        var now = log.again(Intake.READER, place)
                .orElseThrow(
                        () -> new Refused("Row %s is not set aside; `alerts` lists those that are.".formatted(place)));
        return Reply.line("Row %s will be handled again, now as row %s.".formatted(place, now));
    }

    /** Of the reason only what failed and where: the failure's own words may quote what a source sent. */
    private static String line(SetAside row) {
        var why = row.reason().split(": ", 2)[0];
        return ":warning: Row %s from %s was set aside: %s. To have it handled again: `/incident alerts again %s`"
                .formatted(row.place(), row.source(), Markup.clip(Markup.escape(why), 200), row.place());
    }

    private boolean mayKnow(Page page, Request request) {
        return page.incident()
                .flatMap(incidents::findById)
                .map(incident -> concerning.mayKnow(incident, request))
                .orElse(true);
    }

    private static String line(Page page) {
        return "%s · %s · %s · %s (messages: %d)"
                .formatted(
                        page.source(),
                        page.firing() ? "firing" : "over",
                        Markup.clip(Markup.escape(page.title()), 120),
                        fate(page),
                        page.messages());
    }

    private static String fate(Page page) {
        return page.incident()
                .map("incident %d"::formatted)
                .orElseGet(() -> "no incident: " + Markup.escape(page.heldBack().orElse("nothing fired")));
    }
}
