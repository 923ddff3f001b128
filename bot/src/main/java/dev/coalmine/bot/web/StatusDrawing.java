package dev.coalmine.bot.web;

import static dev.coalmine.bot.web.Html.escaped;
import static dev.coalmine.bot.web.Html.ofMarkup;

import dev.coalmine.commands.doctor.Examination;
import dev.coalmine.commands.doctor.Finding;
import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.outbox.DeadLetter;
import dev.coalmine.commands.outbox.WaitingLine;
import dev.coalmine.storage.incidents.Incident;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws the status page: one file of HTML with its style in it, no script, nothing from elsewhere. */
final class StatusDrawing {

    static final String STYLE = """
        :root { color-scheme: light dark; --ink: #1c1e21; --soft: #54585f; --paper: #f6f6f4; --card: #fff;
          --line: #d5d7db; --bad: #a4161a; --bad-paper: #fdecec; --warn: #7a4b00; --warn-paper: #fff4dc;
          --good: #1b6b3a; --link: #0b57b5; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8e8e6; --soft: #b0b3b8; --paper: #17181a;
          --card: #202225; --line: #3a3d42; --bad: #ff9a9a; --bad-paper: #3a1c1e; --warn: #ffd27a;
          --warn-paper: #38290c; --good: #7fd6a0; --link: #8ab8ff; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink);
          font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.5rem; margin: .5rem 0 0; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
        p { margin: .25rem 0; }
        a { color: var(--link); }
        .soft { color: var(--soft); }
        .banner { border-left: .4rem solid; padding: .75rem 1rem; margin: 1rem 0; border-radius: .25rem; }
        .banner.bad { color: var(--ink); border-color: var(--bad); background: var(--bad-paper); }
        .banner.good { border-color: var(--good); background: var(--card); }
        ul { list-style: none; margin: 0; padding: 0; }
        li { background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .8rem;
          margin: 0 0 .5rem; }
        .name { font-weight: 600; }
        .bad .sign { color: var(--bad); } .warn .sign { color: var(--warn); } .good .sign { color: var(--good); }
        .sign { font-weight: 700; margin-right: .4rem; }
        table { border-collapse: collapse; width: 100%; background: var(--card); }
        th, td { text-align: left; padding: .45rem .6rem; border: 1px solid var(--line); overflow-wrap: normal; }
        td.number { text-align: right; font-variant-numeric: tabular-nums; }
        button { font: inherit; padding: .45rem .9rem; border: 1px solid var(--line); border-radius: .4rem;
          background: var(--paper); color: var(--ink); cursor: pointer; min-height: 2.75rem; }
        button:hover { border-color: var(--link); }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        form { margin: .5rem 0 0; }
        code { background: var(--paper); padding: 0 .2rem; border-radius: .2rem; }
        """;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private StatusDrawing() {}

    /** The page for whoever showed the token. */
    static String page(Status status, String formToken, @Nullable String news) {
        return frame("""
            <h1>Coalmine</h1>
            <p class="soft">As of %s. <a href="/status">Look again</a></p>
            %s%s%s%s%s%s\
            """.formatted(
                time(status.now()),
                news == null ? "" : "<p class=\"banner good\" role=\"status\">%s</p>\n".formatted(escaped(news)),
                banner(status),
                givenUp(status, formToken),
                waiting(status),
                incidents(status.incidents()),
                checks(status.checks())));
    }

    /** The page while there is no token: it says how to get one, and nothing else. */
    static String closed() {
        return frame("""
            <h1>Coalmine</h1>
            <p>This page shows how Coalmine is, to whoever holds its token, and there is none yet.</p>
            <p>Set <code>COALMINE_API_TOKEN</code>, or <code>coalmine.api.token</code> in <code>coalmine.yaml</code>,
            and start Coalmine again. The browser then asks for a name, which may be anything, and a password, which is
            the token.</p>
            """);
    }

    /** The page for whoever did not show the token. */
    static String refused() {
        return frame("""
            <h1>Coalmine</h1>
            <p>This page is for operators. The name may be anything; the password is Coalmine’s API token.</p>
            """);
    }

    /** The page while the database does not answer. */
    static String withoutTheRecord() {
        return frame("""
            <h1>Coalmine</h1>
            <p class="banner bad" role="alert">The database does not answer. Commands and alerts are refused, so that
            whoever sends them knows; senders of alerts try again by themselves. Coalmine goes on when the database is
            back. The log says what is wrong with it.</p>
            <p><a href="/status">Look again</a></p>
            """);
    }

    private static String frame(String content) {
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <link rel="icon" href="data:,">
            <title>Coalmine</title>
            <style>%s</style>
            </head>
            <body>
            <main>
            %s</main>
            </body>
            </html>
            """.formatted(STYLE, content);
    }

    private static String banner(Status status) {
        var since = status.awaySince();
        if (since == null) {
            return "<p class=\"banner good\">Slack can be reached.</p>\n";
        }
        return """
            <div class="banner bad" role="alert">
            <p><strong>Slack has been away since %s</strong> (%s ago): %s.</p>
            <p>Alerts, and what is declared by HTTP, are recorded all the same. Waiting to be told to Slack: %d.</p>
            </div>
            """.formatted(
                        time(since),
                        WaitingLine.words(Duration.between(since, status.now())),
                        escaped(status.why()),
                        status.pending());
    }

    private static String givenUp(Status status, String formToken) {
        if (status.dead() == 0) {
            return "";
        }
        return """
            <section aria-labelledby="given-up">
            <h2 id="given-up">Could not be delivered: %d</h2>
            %s<ul>
            %s</ul>
            </section>
            """.formatted(
                        status.dead(),
                        status.dead() > 1 ? again("all", "Send all again", formToken) : "",
                        lines(status.letters(), letter -> letter(letter, formToken)));
    }

    private static String letter(DeadLetter letter, String formToken) {
        return """
            <li class="bad">
            <p><span class="sign" aria-hidden="true">✕</span><span class="name">%s%s%s</span>, given up %s: %s.</p>
            <p>To do: %s.</p>
            %s</li>
            """.formatted(
                        escaped(Shown.capital(letter.what())),
                        letter.joined() == 0 ? "" : " and %d more".formatted(letter.joined()),
                        letter.incident().map(" of incident %d"::formatted).orElse(""),
                        time(letter.at()),
                        ofMarkup(letter.cause().words()),
                        ofMarkup(letter.cause().mend()),
                        again(String.valueOf(letter.id()), "Send again", formToken));
    }

    private static String again(String which, String label, String formToken) {
        return """
            <form method="post" action="/status/again">
            <input type="hidden" name="which" value="%s"><input type="hidden" name="token" value="%s">
            <button type="submit">%s</button>
            </form>
            """.formatted(escaped(which), escaped(formToken), escaped(label));
    }

    private static String waiting(Status status) {
        if (status.waiting().isEmpty()) {
            return "<h2>Waiting to be sent</h2>\n<p>Nothing waits.</p>\n";
        }
        return """
            <h2 id="waiting">Waiting to be sent</h2>
            <table aria-labelledby="waiting">
            <thead><tr><th scope="col">What</th><th scope="col">How much</th><th scope="col">Oldest</th></tr></thead>
            <tbody>
            %s</tbody>
            </table>
            """.formatted(lines(status.waiting(), row ->
                """
                <tr><th scope="row">%s</th><td class="number">%d</td><td>%s</td></tr>
                """.formatted(escaped(Shown.capital(row.importance())), row.count(), WaitingLine.words(row.oldest()))));
    }

    private static String incidents(List<Incident> incidents) {
        if (incidents.isEmpty()) {
            return "<h2>Open incidents</h2>\n<p>None.</p>\n";
        }
        return "<h2>Open incidents: %d</h2>\n<ul>\n%s</ul>\n"
                .formatted(incidents.size(), lines(incidents, StatusDrawing::incident));
    }

    private static String incident(Incident incident) {
        return """
            <li><span class="name">%d · %s</span> · %s%s · %s ·
            <a href="/incidents/%d/timeline.md">Timeline<span class="soft"> of incident %d</span></a></li>
            """.formatted(
                        incident.number(),
                        incident.severity().label(),
                        escaped(incident.stage().label()),
                        incident.restricted() ? " · private" : "",
                        escaped(incident.title()),
                        incident.number(),
                        incident.number());
    }

    private static String checks(List<Examination.Result> checks) {
        return "<h2>Checks</h2>\n<ul>\n%s</ul>\n".formatted(lines(checks, StatusDrawing::check));
    }

    private static String check(Examination.Result it) {
        return switch (it.finding()) {
            case Finding.Well(var detail) -> check("good", "✓", "Well", it.name(), detail, null);
            case Finding.Notice(var detail, var mend) -> check("warn", "!", "Not quite well", it.name(), detail, mend);
            case Finding.Trouble(var detail, var mend) -> check("bad", "✕", "Trouble", it.name(), detail, mend);
        };
    }

    private static String check(
            String tone, String sign, String said, String name, String detail, @Nullable String mend) {
        return """
            <li class="%s"><span class="sign" role="img" aria-label="%s">%s</span><span class="name">%s</span>: %s%s</li>
            """.formatted(
                        tone,
                        said,
                        sign,
                        escaped(Shown.capital(name)),
                        ofMarkup(detail),
                        mend == null ? "." : ".<p>To mend it: %s.</p>".formatted(ofMarkup(mend)));
    }

    private static <T> String lines(List<T> all, Function<T, String> line) {
        return all.stream().map(line).collect(Collectors.joining());
    }

    private static String time(Instant at) {
        return "<time datetime=\"%s\">%s</time>".formatted(at, UTC.format(at));
    }
}
