package dev.coalmine.sandbox.webapi;

/** What the app has to show: one token for its bot, one for opening sockets. */
public record Tokens(String bot, String app) {}
