package dev.coalmine.bot.webhooks;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Who may send alerts. A source without a secret is closed.
 *
 * @param pagerduty {@code coalmine.hooks.pagerduty.*}
 * @param alertmanager {@code coalmine.hooks.alertmanager.*}
 * @param generic {@code coalmine.hooks.generic.*}
 * @param launches {@code coalmine.hooks.launches.*}
 * @param sns {@code coalmine.hooks.sns.*}
 * @param changes {@code coalmine.hooks.changes.*}
 * @param memory for the bodies of all requests together, while they come in and until they are kept; a request for whose
 *     body there is no room is answered 503
 */
@ConfigurationProperties("coalmine.hooks")
public record HookSettings(
        @DefaultValue PagerDutyHook pagerduty,
        @DefaultValue AlertmanagerHook alertmanager,
        @DefaultValue GenericHook generic,
        @DefaultValue LaunchesHook launches,
        @DefaultValue SnsHook sns,
        @DefaultValue ChangesHook changes,
        @DefaultValue("64MB") DataSize memory) {

    /**
     * PagerDuty's V3 webhooks.
     *
     * @param secrets the signing secrets of the subscriptions, the old beside the new while one is changed
     * @param limit PagerDuty itself sends at most 256 KB
     */
    public record PagerDutyHook(
            @DefaultValue List<String> secrets,
            @DefaultValue("1MB") DataSize limit) {

        @Override
        public String toString() {
            return "PagerDutyHook[%d secrets, limit=%s]".formatted(secrets.size(), limit);
        }
    }

    /**
     * Prometheus Alertmanager.
     *
     * @param token bearer tokens (or passwords of basic authentication), the old beside the new while one is changed
     * @param limit three hundred alerts are somewhat below 1 MB
     */
    public record AlertmanagerHook(
            @DefaultValue List<String> token,
            @DefaultValue("5MB") DataSize limit) {

        @Override
        public String toString() {
            return "AlertmanagerHook[%d tokens, limit=%s]".formatted(token.size(), limit);
        }
    }

    /**
     * Anything that can send JSON.
     *
     * @param token bearer tokens (or passwords of basic authentication), the old beside the new while one is changed
     */
    public record GenericHook(
            @DefaultValue List<String> token,
            @DefaultValue("1MB") DataSize limit) {

        @Override
        public String toString() {
            return "GenericHook[%d tokens, limit=%s]".formatted(token.size(), limit);
        }
    }

    /**
     * Launchers that can send JSON.
     *
     * @param token bearer tokens (or passwords of basic authentication), the old beside the new while one is changed
     */
    public record LaunchesHook(
            @DefaultValue List<String> token,
            @DefaultValue("1MB") DataSize limit) {

        @Override
        public String toString() {
            return "LaunchesHook[%d tokens, limit=%s]".formatted(token.size(), limit);
        }
    }

    /**
     * Amazon SNS.
     *
     * @param topics the ARNs of the topics that may send; whoever knows the address may publish in topics of their own
     * @param token proves raw deliveries, which are not signed
     * @param limit SNS itself sends at most 256 KB, which may be longer as text within JSON
     */
    public record SnsHook(
            @DefaultValue List<String> topics,
            @DefaultValue List<String> token,
            @DefaultValue("1MB") DataSize limit) {

        @Override
        public String toString() {
            return "SnsHook[topics=%s, %d tokens, limit=%s]".formatted(topics, token.size(), limit);
        }
    }

    /**
     * Whoever changes something and says so.
     *
     * @param token bearer tokens (or passwords of basic authentication), the old beside the new while one is changed
     */
    public record ChangesHook(
            @DefaultValue List<String> token,
            @DefaultValue("1MB") DataSize limit) {

        @Override
        public String toString() {
            return "ChangesHook[%d tokens, limit=%s]".formatted(token.size(), limit);
        }
    }
}
