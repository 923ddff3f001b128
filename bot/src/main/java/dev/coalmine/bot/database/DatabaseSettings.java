package dev.coalmine.bot.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the database is met.
 *
 * @param patience how long a start waits for a database that does not answer yet
 */
@ConfigurationProperties("coalmine.database")
record DatabaseSettings(@DefaultValue("2m") Duration patience) {}
