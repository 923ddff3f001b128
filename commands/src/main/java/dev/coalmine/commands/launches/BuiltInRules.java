package dev.coalmine.commands.launches;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How launches are commonly worded. They are cautious, and want what was launched to look like a host: where people talk
 * as well, a sentence must not be taken for a launch.
 */
final class BuiltInRules {

    // With a digit, a dot or a hyphen in it, which words of a sentence seldom have.
    private static final String ENTITY = "(?<entity>(?=[\\w.:/-]*[\\d.-])\\w(?:[\\w.:/-]*\\w)?)";
    private static final String OUTCOME = "(?<outcome>%s)".formatted(OutcomeWords.expression());
    private static final String REASON = "(?:\\s*(?::|—|–|-|\\()\\s*(?<text>[^\\n]+))?";
    private static final String BEFORE = "^(?::[\\w+-]{1,50}:\\s*+){0,5}+";
    private static final String LAUNCHER = "(?<source>\\w(?:[\\w./-]{0,60}\\w)?)";
    private static final String LAUNCHING =
            "(?:launch(?:ing)?|start(?:ing)?|provision(?:ing)?|creat(?:e|ing)|boot(?:ing)?)";

    private BuiltInRules() {}

    static final List<LaunchRule> ALL = List.of(
            // What aws-to-slack makes of Auto Scaling's notifications: "web - autoscaling:EC2_INSTANCE_LAUNCH_ERROR".
            rule(
                    "auto-scaling",
                    "^(?<source>\\S[^\\n]{0,200}?) - autoscaling:EC2_INSTANCE_(?<outcome>LAUNCH(?:_ERROR)?)\\b",
                    true),
            rule(
                    "auto-scaling-event",
                    "EC2 Instance Launch (?<outcome>Successful|Unsuccessful)\\b"
                            + "[\\s\\S]{0,600}?Auto ?Scaling ?Group(?: ?Name)?\\W{1,4}(?<source>[\\w./-]+)",
                    true),
            rule(
                    "auto-scaling-subject",
                    "Auto Scaling: (?<outcome>launch|failed launch) for group \"(?<source>[^\"\\n]{1,200})\"",
                    true),
            rule(
                    "by-hand",
                    "\\b" + OUTCOME + "(?: to launch)?(?: (?:host|instance|node|server|VM))? " + ENTITY
                            + " (?:by hand|manually)" + REASON,
                    false),
            rule(
                    "by-somebody",
                    "(?:^|\\s)" + ENTITY + ":?(?: was| is| has been)? " + OUTCOME
                            + "(?: to launch)? by (?<who>@[\\w.-]+)(?: by hand)?" + REASON,
                    null),
            // "auto-crane: failed to launch h-17: no such key"
            rule(
                    "launcher",
                    BEFORE + LAUNCHER + "(?:\\s*[:|—–]|\\s+-)\\s*(?:" + LAUNCHING + "\\s+)?" + OUTCOME
                            + "(?:\\s+(?:to )?" + LAUNCHING + ")?(?: (?:host|instance|node|server|VM))?\\s+" + ENTITY
                            + REASON,
                    null),
            // "auto-crane: provisioning h-17 failed: no such key", "launch of h-17 by auto-crane failed"
            rule(
                    "launch-of",
                    BEFORE + "(?:(?<source>\\w(?:[\\w./-]{0,60}\\w)?)\\s*[:|—–]\\s*)?" + LAUNCHING
                            + "(?: of)?(?: (?:host|instance|node|server|VM))? " + ENTITY
                            + "(?: by (?:(?<who>@[\\w.-]+)|(?<launcher>[\\w.-]*\\w)))?(?: has| is| was)? " + OUTCOME
                            + "\\b"
                            + REASON,
                    null),
            rule(
                    "instance",
                    "\\b(?<outcome>Successfully launched|Failed to launch|Could not launch|Launching)"
                            + "(?: an?)?(?: new)?(?: (?:EC2 )?(?:instance|host|node|server|VM))?:? " + ENTITY
                            + "(?: (?:in|for|of)(?: Auto ?Scaling group| group)? (?<source>[\\w./-]*\\w))?" + REASON,
                    null),
            // Jenkins: "image-build - #12 Failure after 1 min 2 sec", "image-build - #12 Started by user Bob"
            rule(
                    "jenkins",
                    BEFORE + "(?<source>\\S[^\\n]{0,150}?) - #\\d+ "
                            + "(?<outcome>Still Failing|Back to normal|Success|Failure|Started)\\b"
                            + "(?: by (?:user (?<who>[^\\n(]{1,80}))?)?",
                    null),
            // Rundeck: "Execution #12 of job nightly-hosts failed", "job nightly-hosts succeeded"
            rule(
                    "job",
                    "\\bjob:? [\"'\\[“]?(?<source>[^\"'\\]”\\n]{1,60}?)[\"'\\]”]?(?: \\(?#\\d+\\)?)?(?: has| is| was)? "
                            + "(?<outcome>started|succeeded|successful|completed|finished|failed|timed out)\\b"
                            + REASON,
                    null));

    private static LaunchRule rule(String name, String expression, @Nullable Boolean automated) {
        return LaunchRule.of(name, expression, null, null, automated);
    }
}
