package dev.coalmine.bot.metrics;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What every line of the log says about what it belongs to, until this is closed. Ids only: what people wrote stays out. */
public final class LogContext implements AutoCloseable {

    /** The incident's number. */
    public static final String INCIDENT = "incident";

    /** What was asked: Slack's id of the trigger or event, or an alert source's id of the delivery. */
    public static final String REQUEST = "request";

    // Some of these ids come from headers that anybody may write.
    private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9_.:-]");
    private static final int LONGEST = 100;

    private final MDC.MDCCloseable request;
    private MDC.@Nullable MDCCloseable incident;

    private LogContext(String request) {
        this.request = MDC.putCloseable(REQUEST, request);
    }

    public static LogContext of(String request) {
        var plain = STRANGE.matcher(request).replaceAll("");
        return new LogContext(plain.substring(0, Math.min(plain.length(), LONGEST)));
    }

    public LogContext about(String number) {
        incident = MDC.putCloseable(INCIDENT, number);
        return this;
    }

    @Override
    public void close() {
        request.close();
        if (incident != null) {
            incident.close();
        }
    }
}
