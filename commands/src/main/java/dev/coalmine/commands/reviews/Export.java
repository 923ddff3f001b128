package dev.coalmine.commands.reviews;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.rules.Refused;
import org.springframework.stereotype.Component;

/** Hands out the record as a file. */
@Component
class Export implements Command {

    private final Concerning concerning;
    private final Workspace workspace;

    Export(Concerning concerning, Workspace workspace) {
        this.concerning = concerning;
        this.workspace = workspace;
    }

    @Override
    public String word() {
        return "export";
    }

    @Override
    public String usage() {
        return "export [md|json|csv]";
    }

    @Override
    public String does() {
        return "Puts the whole timeline into the channel as a file.";
    }

    @Override
    public String example() {
        return "export json";
    }

    @Override
    public Topic topic() {
        return Topic.REVIEW;
    }

    @Override
    public Reply run(Request request) {
        var format = Format.read(request.isEmpty() ? "md" : request.words())
                .orElseThrow(() -> wrongUsage("There are three formats: md to read, json and csv for machines."));
        var incident = concerning.read(request);
        var channel = incident.channel()
                .orElseThrow(() -> new Refused("Its channel is still being made, and the file goes there. Please try"
                        + " again in a moment."));
        workspace.meet(request.person());
        workspace.upload(incident.number(), format.ending(), channel, request.person());
        return Reply.line("The timeline of incident %d is on its way as a file.".formatted(incident.number()));
    }
}
