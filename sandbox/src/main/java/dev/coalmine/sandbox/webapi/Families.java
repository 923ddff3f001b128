package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.events.Screens;
import dev.coalmine.sandbox.shapes.MessageShape;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All methods there are. */
final class Families {

    private Families() {}

    static Map<String, Method> methods(Workspace workspace, Screens screens, String url, Supplier<String> socket) {
        var shape = new MessageShape(workspace, url);
        return Stream.of(
                        new AuthMethods(workspace, shape, url),
                        new SocketMethods(socket),
                        new PeopleMethods(workspace),
                        new GroupMethods(workspace),
                        new ConversationMethods(workspace),
                        new MembershipMethods(workspace),
                        new HistoryMethods(workspace, shape),
                        new ChatMethods(workspace, shape),
                        new PinMethods(workspace, shape),
                        new BookmarkMethods(workspace),
                        new ReactionMethods(workspace, shape),
                        new ViewMethods(workspace, screens),
                        new FileMethods(workspace, url))
                .flatMap(it -> it.methods().stream())
                .collect(Collectors.toUnmodifiableMap(Method::name, Function.identity()));
    }
}
