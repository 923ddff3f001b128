package dev.coalmine.bot.slack;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.model.Message;
import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.outbox.Posted;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.springframework.stereotype.Component;

/**
 * Puts files into Slack, each once. Nobody sees a file before it is shared, so it is shared in a call of its own,
 * and the file's id, kept before that, finds it after an unknown outcome.
 */
@Component
public class Uploads {

    private static final MediaType BYTES = MediaType.get("application/octet-stream");
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final SlackCalls slack;
    private final History history;
    private final Posted posted;
    private final OkHttpClient http;

    Uploads(SlackCalls slack, History history, Posted posted, OkHttpClient http) {
        this.slack = slack;
        this.history = history;
        this.posted = posted;
        this.http = http;
    }

    /** Whether an earlier attempt has shared it. */
    public boolean isThere(Delivery delivery, String channel) throws Undelivered {
        var file = posted.find(name(delivery)).map(Posted.Place::ts);
        return delivery.unsure()
                && file.isPresent()
                && history.find(delivery, channel, null, message -> has(message, file.get()))
                        .isPresent();
    }

    /** Uploads and shares it; returns the file's id. */
    public String share(Delivery delivery, String channel, String name, Path content, String comment)
            throws Undelivered, IOException {
        var length = Math.toIntExact(Files.size(content));
        var place = slack.call(
                "files.getUploadURLExternal",
                null,
                api -> api.filesGetUploadURLExternal(r -> r.filename(name).length(length)));
        posted.keep(name(delivery), new Posted.Place(channel, place.getFileId()));
        fill(place.getUploadUrl(), content);
        var file = FileDetails.builder().id(place.getFileId()).title(name).build();
        slack.call(
                "files.completeUploadExternal",
                null,
                api -> api.filesCompleteUploadExternal(
                        r -> r.files(List.of(file)).channelId(channel).initialComment(comment)));
        posted.forget(name(delivery));
        return place.getFileId();
    }

    /** Has something drawn into a file, uploads and shares it; returns the file's id. */
    public String share(Delivery delivery, String channel, String name, String comment, Drawn drawn)
            throws Undelivered {
        try {
            var file = Files.createTempFile("coalmine-", ".png");
            try {
                try (var out = Files.newOutputStream(file)) {
                    drawn.onto(out);
                }
                return share(delivery, channel, name, file, comment);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws a picture. */
    @FunctionalInterface
    public interface Drawn {

        void onto(OutputStream out) throws IOException;
    }

    /** The message with a file that was shared by this delivery; empty while Slack does not show it yet. */
    public Optional<String> message(Delivery delivery, String channel, String file) throws Undelivered {
        return history.find(delivery, channel, null, message -> has(message, file))
                .map(Message::getTs);
    }

    private void fill(String url, Path content) throws Undelivered {
        var request = new Request.Builder()
                .url(url)
                .post(RequestBody.create(content.toFile(), BYTES))
                .build();
        try (var answer = http.newCall(request).execute()) {
            if (!answer.isSuccessful()) {
                throw again("Slack answered %d to the upload".formatted(answer.code()));
            }
        } catch (IOException e) {
            throw again("the upload broke off");
        }
    }

    private static Undelivered again(String reason) {
        return new Undelivered("upload_failed", new Outcome.Later(RETRY, reason));
    }

    private static boolean has(Message message, String file) {
        return message.getFiles() != null && message.getFiles().stream().anyMatch(it -> file.equals(it.getId()));
    }

    private static String name(Delivery delivery) {
        return "upload:" + delivery.mark();
    }
}
