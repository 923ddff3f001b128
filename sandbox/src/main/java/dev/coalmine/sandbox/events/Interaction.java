package dev.coalmine.sandbox.events;

import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Person;
import org.jspecify.annotations.Nullable;

/** One thing that a person did and the app is told about, with what it made the app show them. */
record Interaction(Outgoing what, Person person, @Nullable Channel channel, Screen screen) {}
