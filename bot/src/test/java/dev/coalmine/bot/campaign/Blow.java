package dev.coalmine.bot.campaign;

import dev.coalmine.sandbox.json.Json;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** One thing that goes wrong in a run. */
sealed interface Blow {

    /**
     * A replica is killed, and started again after some time.
     *
     * @param patient whether it is let start and work first, which on a busy machine may take longer than it has to live
     * @param workMillis for how long it then works
     */
    record Kill(String replica, boolean patient, int workMillis, int downMillis) implements Blow {

        @Override
        public String toString() {
            var when = patient ? " %d ms after it is ready".formatted(workMillis) : "";
            return "kill %s%s, start it after %d ms".formatted(replica, when, downMillis);
        }
    }

    /** A replica stands still for longer than others believe it to be alive, and then goes on as if nothing had happened. */
    record Freeze(String replica, int millis) implements Blow {

        @Override
        public String toString() {
            return "freeze %s for %d ms".formatted(replica, millis);
        }
    }

    /** The database server stops, and is started again. */
    record DatabaseStop(Database.Stop how, int downMillis) implements Blow {

        @Override
        public String toString() {
            return "stop the database (%s), start it after %d ms"
                    .formatted(how.name().toLowerCase(Locale.ROOT), downMillis);
        }
    }

    /**
     * Slack misbehaves.
     *
     * @param kind as the sandbox calls it
     * @param method {@code *} for any
     * @param seconds how long, for what takes time
     * @param error for {@code kind} error
     */
    record Slack(String kind, String method, int times, int seconds, String error) implements Blow {

        ObjectNode json() {
            var json = Json.object().put("kind", kind).put("times", times);
            json.put("seconds", seconds).put("retry_after", seconds);
            if (!method.equals("*")) {
                json.put("method", method);
            }
            return error.isEmpty() ? json : json.put("error", error);
        }

        @Override
        public String toString() {
            return "%s %s%s ×%d, %d s".formatted(kind, method, error.isEmpty() ? "" : " " + error, times, seconds);
        }
    }
}
