package dev.coalmine.commands.services;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.services.Services;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows the service catalog. */
@Component
class ListServices implements Command {

    private final Services services;

    ListServices(Services services) {
        this.services = services;
    }

    @Override
    public String word() {
        return "services";
    }

    @Override
    public String usage() {
        return "services [name]";
    }

    @Override
    public String does() {
        return "Lists the service catalog, or shows one service.";
    }

    @Override
    public String example() {
        return "services checkout";
    }

    @Override
    public List<String> aliases() {
        return List.of("service");
    }

    @Override
    public Topic topic() {
        return Topic.ANYWHERE;
    }

    @Override
    public Reply run(Request request) {
        if (!request.isEmpty()) {
            return one(request.plain());
        }
        var all = services.byName();
        if (all.isEmpty()) {
            return Reply.line("The service catalog is empty. Services are listed in Coalmine's configuration, see"
                    + " docs/configuration.md.");
        }
        return Reply.line(all.stream().map(Described::line).collect(Collectors.joining("\n")));
    }

    private Reply one(String name) {
        return services.named(name)
                .map(service -> Reply.line(Described.inFull(service)))
                .orElseThrow(() -> wrongUsage(
                        "There is no service “%s” in the catalog.".formatted(Markup.clip(Markup.escape(name), 100))));
    }
}
