package dev.coalmine.sandbox.screen;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coalmine.sandbox.workspace.Workspace;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Word of every change, as server-sent events, for as long as the page is open. Written on the request's own virtual
 * thread: Javalin's asynchronous kind handles a page that was closed over and over again, for ever.
 */
final class ChangeStream {

    /** Twenty updates a second are as many as anybody can see. */
    private static final long PAUSE_MILLIS = 50;

    /** How long a page that was closed goes unnoticed at most. */
    private static final long HEARTBEAT_MILLIS = 15_000;

    private static final AtomicInteger OPEN = new AtomicInteger();

    private final Workspace workspace;
    private volatile boolean closed;

    ChangeStream(Workspace workspace) {
        this.workspace = workspace;
    }

    void follow(Context context) {
        context.contentType("text/event-stream; charset=utf-8").header("Cache-Control", "no-cache");
        OPEN.incrementAndGet();
        try {
            writeUntilClosed(context);
        } catch (IOException gone) {
            // The page was closed, which is how every stream ends.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            OPEN.decrementAndGet();
        }
    }

    /** How many pages are followed now, in all sandboxes of this process. */
    static int open() {
        return OPEN.get();
    }

    void close() {
        closed = true;
        workspace.touch();
    }

    private void writeUntilClosed(Context context) throws IOException, InterruptedException {
        var out = context.res().getOutputStream();
        var known = 0L;
        while (!closed) {
            known = workspace.await(known, HEARTBEAT_MILLIS);
            out.write("event: message\ndata: {\"version\":%d}\n\n"
                    .formatted(known)
                    .getBytes(UTF_8));
            out.flush();
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
