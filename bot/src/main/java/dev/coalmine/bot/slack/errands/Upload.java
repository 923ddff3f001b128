package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.bot.slack.Uploads;
import dev.coalmine.commands.reviews.Format;
import dev.coalmine.commands.reviews.TimelineExport;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.outbox.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Puts the incident's record into Slack as a file. */
@Component
class Upload implements Runner<Errand.Upload> {

    private final TimelineExport export;
    private final Uploads uploads;

    Upload(TimelineExport export, Uploads uploads) {
        this.export = export;
        this.uploads = uploads;
    }

    @Override
    public Class<Errand.Upload> errand() {
        return Errand.Upload.class;
    }

    @Override
    public String firstCall() {
        return "files.getUploadURLExternal";
    }

    @Override
    public Outcome run(Errand.Upload errand, Delivery delivery) throws Undelivered {
        if (uploads.isThere(delivery, errand.channel())) {
            return new Outcome.Done();
        }
        var format = Format.read(errand.format()).orElseThrow();
        var name = "incident-%d-timeline.%s".formatted(errand.incident(), format.ending());
        try {
            var file = Files.createTempFile("coalmine-", "." + format.ending());
            try {
                write(errand, format, file);
                uploads.share(delivery, errand.channel(), name, file, comment(errand));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Outcome.Done();
    }

    private void write(Errand.Upload errand, Format format, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            export.write(errand.incident(), format, out);
        }
    }

    private static String comment(Errand.Upload errand) {
        return "The timeline of incident %d, asked for by <@%s>.".formatted(errand.incident(), errand.person());
    }
}
