package dev.coalmine.sandbox.webapi;

import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** One method of the Web API: what it asks for, and what it answers beside {@code ok}. */
record Method(String name, Scope scope, Tier tier, Function<Call, ObjectNode> work) {}
