package dev.coalmine.bot.slack;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast Slack is called.
 *
 * @param times how many times as fast as Slack allows; more than once only for a Slack-compatible server of one's own
 */
@ConfigurationProperties("slack.rates")
record RateSettings(@DefaultValue("1") int times) {}
