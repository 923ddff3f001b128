package dev.coalmine.bot.slack.errands;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.coalmine.commands.incidents.HomeTab;
import dev.coalmine.commands.incidents.IncidentCard;
import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.rules.Markup;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that is drawn from the record, each drawing from one view of it. */
@Component
@Transactional(readOnly = true)
public class Drawings {

    private final IncidentCard card;
    private final HomeTab home;

    Drawings(IncidentCard card, HomeTab home) {
        this.card = card;
        this.home = home;
    }

    public String line(Incident incident) {
        return "Incident %d: %s, %s. %s"
                .formatted(
                        incident.number(),
                        incident.severity().label(),
                        incident.stage().label(),
                        Markup.escape(incident.title()));
    }

    public List<LayoutBlock> card(Incident incident) {
        return card.draw(incident);
    }

    public List<LayoutBlock> announcement(Incident incident) {
        return card.announcement(incident);
    }

    public String topic(Incident incident) {
        return card.topic(incident);
    }

    public View home(String person) {
        return home.draw(person);
    }

    /** For notifications that cannot show blocks. */
    public String announcementLine(Incident incident) {
        return Shown.line(incident);
    }
}
