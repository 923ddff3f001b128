package dev.coalmine.sandbox.control;

import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Things people do that belong together, by the last word of their path; each answers with the reply. */
interface Controls {

    Map<String, Function<Ask, ObjectNode>> byName();
}
