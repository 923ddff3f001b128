package dev.coalmine.sandbox.workspace;

import java.util.List;

/** With whom and what a fresh workspace starts. */
final class ExampleTeam {

    private static final List<Person> PEOPLE = List.of(
            person("U0ALICE000", "alice", "Alice Adams", "Europe/Berlin"),
            person("U0BOB00000", "bob", "Bob Brown", "America/New_York"),
            person("U0CAROL000", "carol", "Carol Clark", "Asia/Tokyo"),
            person("U0DAN00000", "dan", "Dan Davis", "Europe/London"),
            person("U0ERIN0000", "erin", "Erin Evans", "America/Los_Angeles"));

    private ExampleTeam() {}

    static void moveInto(Workspace workspace) {
        var people = workspace.people();
        PEOPLE.forEach(people::keep);
        people.keep(workspace.app().user());
        group(workspace);
        channel(workspace, Channels.GENERAL, "general", "For everybody");
        channel(workspace, "C0INCIDENT", "incidents", "What is broken right now");
        channel(workspace, "C0LAUNCHES", "launches", "What goes out, and when");
    }

    /** Groups cannot be changed here, so the journal has none. */
    static void group(Workspace workspace) {
        workspace
                .people()
                .restore(new UserGroup("S0PLATFORM", "platform", "Platform team", List.of("U0ALICE000", "U0BOB00000")));
    }

    private static Person person(String id, String name, String realName, String tz) {
        return new Person(id, name, realName, name + "@example.com", tz, false, 0);
    }

    private static void channel(Workspace workspace, String id, String name, String purpose) {
        var channel =
                new Channel(id, name, Channel.Kind.PUBLIC, PEOPLE.getFirst().id(), workspace.now());
        channel.dedicate(new Label(purpose, PEOPLE.getFirst().id(), workspace.now()));
        workspace.people().all().forEach(it -> channel.add(it.id()));
        workspace.channels().keep(channel);
    }
}
