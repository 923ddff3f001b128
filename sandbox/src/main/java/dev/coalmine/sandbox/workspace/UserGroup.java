package dev.coalmine.sandbox.workspace;

import java.util.List;

/** A group that can be mentioned by its handle. */
public record UserGroup(String id, String handle, String name, List<String> users) {}
