package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.workspace.Channel;
import java.util.List;
import java.util.function.Predicate;

/** The arguments {@code types} and {@code exclude_archived}, which several lists share. */
final class ConversationTypes {

    private ConversationTypes() {}

    static Predicate<Channel> of(Call call) {
        var types = call.has("types") ? call.list("types") : List.of("public_channel");
        var open = call.flag("exclude_archived");
        return channel -> types.contains(name(channel.kind())) && !(open && channel.archived());
    }

    private static String name(Channel.Kind kind) {
        return switch (kind) {
            case PUBLIC -> "public_channel";
            case PRIVATE -> "private_channel";
            case DIRECT -> "im";
        };
    }
}
