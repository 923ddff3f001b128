package dev.coalmine.commands.incidents;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.commands.workspace.limits.Fitting;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a person finds on Coalmine's Home tab: what is amiss, as far as they should know, and open incidents, worst first. */
@Component
public class HomeTab {

    // Three blocks each, well below Slack's 100 in a view.
    private static final int MOST = 22;

    private final Incidents incidents;
    private final Concerning concerning;
    private final Workspace workspace;
    private final ObjectProvider<HomeSection> sections;

    HomeTab(Incidents incidents, Concerning concerning, Workspace workspace, ObjectProvider<HomeSection> sections) {
        this.incidents = incidents;
        this.concerning = concerning;
        this.workspace = workspace;
        this.sections = sections;
    }

    @EventListener
    void opened(Heard.HomeOpened by) {
        workspace.meet(by.person());
        workspace.drawHome(by.person());
    }

    public View draw(String person) {
        var open = incidents.open(MOST).stream()
                .filter(incident -> concerning.mayKnow(incident, person))
                .toList();
        var blocks = new ArrayList<LayoutBlock>();
        sections.orderedStream().map(section -> section.draw(person)).forEach(blocks::addAll);
        blocks.add(
                Blocks.section(open.isEmpty() ? "*No open incident.*" : "*Open incidents: %d*".formatted(open.size())));
        blocks.add(Blocks.actions(
                "home",
                List.of(Blocks.button("Declare an incident", "declare", "primary"), Blocks.button("Help", "help"))));
        open.forEach(incident -> add(blocks, incident));
        return Fitting.view(View.builder().type("home").blocks(blocks).build());
    }

    private static void add(List<LayoutBlock> blocks, Incident incident) {
        var number = "#" + incident.number() + " ";
        blocks.add(Blocks.divider());
        blocks.add(Blocks.section(Shown.line(incident)));
        blocks.add(Blocks.actions(
                "home-" + incident.number(),
                List.of(Blocks.button("Show", number + "show"), Blocks.button("Join", number + "join"))));
    }
}
