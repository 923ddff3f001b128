package dev.coalmine.bot.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach this Coalmine with a browser.
 *
 * @param publicUrl such as {@code https://coalmine.example.com}; empty when they do not
 */
@ConfigurationProperties("coalmine")
record PublicAddress(@DefaultValue("http://localhost:8080") String publicUrl) {}
