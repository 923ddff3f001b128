package dev.coalmine.commands.storms.streams;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source says, with {@code {host}}, {@code {cause}} and other variable parts.
 *
 * @param good what it says of a success, or of an alert that is over
 * @param bad what it says of a failure
 * @param causes its usual failures, the usual first
 */
record Texts(
        @Nullable String started,
        @Nullable String good,
        @Nullable String bad,
        List<String> causes) {

    static final Texts NONE = new Texts(null, null, null, List.of());

    private static final List<List<String>> FRAMES = List.of(
            List.of("launching {host}", "{host} is up after {seconds} s", "provisioning {host} failed: {cause}"),
            List.of(
                    "[{id}] create {host} requested",
                    "[{id}] {host} ready in {seconds}s",
                    "[{id}] {host}: ERROR {cause} (attempt {small})"),
            List.of(
                    ":rocket: Starting *{host}* ({ip})",
                    ":white_check_mark: *{host}* came up",
                    ":x: *{host}* did not come up: {cause}"),
            List.of(
                    "Launching a new EC2 instance: {instance}",
                    "Successfully launched {instance} in {seconds} seconds",
                    "Failed to launch {instance}. {cause}. Launching EC2 instance failed."),
            List.of(
                    "run {number} started for {host}",
                    "run {number} for {host}: ok, {seconds} s, {number} tasks",
                    "run {number} for {host}: FAILED after {seconds} s: {cause}"),
            List.of("{host}: bootstrapping", "{host}: converged", "{host}: {cause}"));

    private static final List<String> USUAL_CAUSES = List.of(
            "timed out waiting for ssh on {ip}:22",
            "health check did not pass within {number} s",
            "InsufficientInstanceCapacity: no capacity in the requested zone (request {uuid})",
            "cloud-init exited with {small}",
            "spot instance {instance} was reclaimed",
            "could not attach volume vol-{id}",
            "lock for state is held by run {number}",
            "HTTP {small}03 from metadata service",
            "agent did not register, last seen {number} s ago");

    private static final List<String> STORM_CAUSES = List.of(
            "package signature could not be verified: key {id} has expired",
            "E: Unable to fetch some archives from mirror {ip}",
            "x509: certificate has expired or is not yet valid",
            "could not resolve host git.internal",
            "fatal: unable to access repository: server returned 503 (request {uuid})",
            "UnauthorizedOperation: not authorized to perform this operation. Encoded message {id}{id}",
            "image ami-{id} does not exist",
            "RequestLimitExceeded: rate exceeded (request {uuid})",
            "vault: permission denied for role node at {ip}:8200",
            "no space left on device while unpacking layer {id}",
            "unmet dependencies: libssl{small} conflicts with the installed version",
            "kernel panic during first boot of {host}");

    private static final List<String> ALERTS = List.of(
            "{host}: CPU above {small}0 % for {small} min",
            "Error rate of {host} is {small}.{small} %",
            "{host} does not answer ({ip})",
            "Disk on {host} is {small}{small} % full",
            "p99 latency of {host} is {number} ms",
            "Queue on {host} has {number} messages",
            "Pod {host}-{id} is crash looping, {small} restarts");

    /** What a launcher may say. */
    static Texts ofLauncher(Chance chance) {
        var frame = chance.pick(FRAMES);
        var causes = chance.some(USUAL_CAUSES, chance.between(2, 5));
        return new Texts(frame.get(0), chance.happens(0.8) ? frame.get(1) : null, frame.get(2), causes);
    }

    /** What a service may say. */
    static Texts ofService(Chance chance) {
        var alerts = chance.some(ALERTS, chance.between(1, 3));
        return new Texts(null, chance.happens(0.5) ? "{host} is fine again" : null, "{cause}", alerts);
    }

    /** What something that broke may have its victims say. */
    static String cause(Chance chance) {
        return chance.pick(STORM_CAUSES);
    }

    @Nullable
    String failure(@Nullable String cause, @Nullable String entity, Chance chance) {
        if (bad == null) {
            return null;
        }
        var why = cause == null ? chance.pickMostlyFirst(causes) : cause;
        return filled(bad.replace("{cause}", why), entity, chance);
    }

    /** With its variable parts drawn. */
    static @Nullable String filled(@Nullable String template, @Nullable String entity, Chance chance) {
        if (template == null) {
            return null;
        }
        var text = new StringBuilder(template.length() + 40);
        var at = 0;
        for (var open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            var close = template.indexOf('}', open);
            text.append(template, at, open).append(variable(template.substring(open + 1, close), entity, chance));
            at = close + 1;
        }
        return text.append(template, at, template.length()).toString();
    }

    private static String variable(String name, @Nullable String entity, Chance chance) {
        return switch (name) {
            case "host" -> entity == null ? "a host" : entity;
            case "instance" -> entity == null ? "i-0" + chance.hex(16) : entity;
            case "id" -> chance.hex(8);
            case "uuid" ->
                chance.hex(8) + "-" + chance.hex(4) + "-" + chance.hex(4) + "-" + chance.hex(4) + "-" + chance.hex(12);
            case "ip" -> "10." + chance.between(0, 9) + "." + chance.between(0, 255) + "." + chance.between(1, 254);
            case "seconds" -> "" + chance.between(20, 400);
            case "number" -> "" + chance.between(100, 99_999);
            case "small" -> "" + chance.between(1, 9);
            default -> throw new IllegalArgumentException("There is no variable part {%s}.".formatted(name));
        };
    }
}
