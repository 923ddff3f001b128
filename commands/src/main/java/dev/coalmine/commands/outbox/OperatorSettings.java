package dev.coalmine.commands.outbox;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who looks after Coalmine.
 *
 * @param operators Slack ids, handles or e-mail addresses
 */
@ConfigurationProperties("coalmine")
public record OperatorSettings(@DefaultValue List<String> operators) {}
