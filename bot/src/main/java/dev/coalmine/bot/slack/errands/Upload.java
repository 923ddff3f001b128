package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
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
    private final SlackCalls slack;

    Upload(TimelineExport export, SlackCalls slack) {
        this.export = export;
        this.slack = slack;
    }

    @Override
    public Class<Errand.Upload> errand() {
        return Errand.Upload.class;
    }

    @Override
    public Outcome run(Errand.Upload errand, Delivery delivery) throws Undelivered {
        var format = Format.read(errand.format()).orElseThrow();
        var name = "incident-%d-timeline.%s".formatted(errand.incident(), format.ending());
        try {
            var file = Files.createTempFile("coalmine-", "." + format.ending());
            try {
                write(errand, format, file);
                upload(errand, name, file);
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

    private void upload(Errand.Upload errand, String name, Path file) throws Undelivered {
        slack.call(
                "files.upload",
                null,
                api -> api.filesUploadV2(r -> r.file(file.toFile())
                        .filename(name)
                        .title(name)
                        .channel(errand.channel())
                        .initialComment("The timeline of incident %d, asked for by <@%s>."
                                .formatted(errand.incident(), errand.person()))));
    }
}
