package dev.coalmine.storage.coincidences;

/**
 * How often something happened in a minute.
 *
 * @param minute since 1970 in UTC
 */
public record MinuteCount(long minute, int count) {}
