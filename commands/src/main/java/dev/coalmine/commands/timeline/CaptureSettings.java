package dev.coalmine.commands.timeline;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What puts a message into the timeline.
 *
 * @param emoji names without colons; Slack calls 📌 {@code pushpin}
 */
@ConfigurationProperties("coalmine.timeline")
public record CaptureSettings(
        @DefaultValue({"pushpin", "round_pushpin"}) List<String> emoji) {}
