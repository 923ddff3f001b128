package dev.coalmine.commands.pages;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.pages.Page;
import dev.coalmine.storage.pages.Pages;
import dev.coalmine.storage.rules.Markup;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Lists the latest alerts and what became of each. */
@Component
class ListAlerts implements Command {

    private final Pages pages;
    private final Concerning concerning;
    private final Incidents incidents;

    ListAlerts(Pages pages, Concerning concerning, Incidents incidents) {
        this.pages = pages;
        this.concerning = concerning;
        this.incidents = incidents;
    }

    @Override
    public String word() {
        return "alerts";
    }

    @Override
    public String usage() {
        return "alerts [n]";
    }

    @Override
    public String does() {
        return "Lists the latest alerts and what became of each, those held back too.";
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
        if (!request.words().matches("|\\d{1,3}")) {
            throw wrongUsage("Say how many you want.");
        }
        var most = request.isEmpty() ? 15 : Math.clamp(Integer.parseInt(request.words()), 1, MOST);
        var lines = pages.latest(Limit.of(most)).stream()
                .filter(page -> mayKnow(page, request))
                .map(ListAlerts::line)
                .toList();
        return Reply.line(
                lines.isEmpty()
                        ? "No alert has come in yet. How to connect sources: docs/hooks.md."
                        : String.join("\n", lines));
    }

    // Some 150 characters each; beyond 4,000 Slack folds a message.
    private static final int MOST = 25;

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
