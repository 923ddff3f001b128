package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.shapes.FileShape;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Draft;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.StoredFile;
import dev.coalmine.sandbox.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Giving files to the workspace in three steps, as Slack wants it: ask for an address, send, share. */
final class FileMethods implements Family {

    private static final Scope WRITE = Scope.of("files:write");
    private static final long BIGGEST = 50_000_000;

    private final Workspace workspace;
    private final FileShape shape;
    private final String url;

    FileMethods(Workspace workspace, String url) {
        this.workspace = workspace;
        this.shape = new FileShape(url);
        this.url = url;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("files.getUploadURLExternal", WRITE, Tier.FOUR, this::announce),
                new Method("files.completeUploadExternal", WRITE, Tier.FOUR, this::share),
                new Method("files.delete", WRITE, Tier.THREE, this::delete),
                new Method("files.info", Scope.of("files:read"), Tier.FOUR, this::info));
    }

    private ObjectNode announce(Call call) {
        var length = Long.parseLong("0" + call.required("length").replaceAll("\\D", ""));
        if (length == 0 || length > BIGGEST) {
            throw Call.invalid("[ERROR] length must be between 1 and " + BIGGEST);
        }
        var file = workspace.files().announce(call.required("filename"), length, call.bot());
        return Json.object()
                .put("upload_url", "%s/upload/v1/%s/%s".formatted(url, file.id(), file.uploadSecret()))
                .put("file_id", file.id());
    }

    private ObjectNode share(Call call) {
        var given = call.json("files");
        if (given == null || !given.isArray()) {
            throw Call.invalid("[ERROR] missing required field: files");
        }
        var channels = channels(call);
        var ids = channels.stream().map(Channel::id).toList();
        var files = new ArrayList<StoredFile>();
        for (JsonNode it : given) {
            files.add(workspace.files().share(Json.text(it, "id"), Json.text(it, "title"), ids));
        }
        channels.forEach(it -> post(call, it, files));
        var answer = Json.object();
        answer.set("files", Json.arrayOf(files.stream().map(shape::of)));
        return answer;
    }

    private List<Channel> channels(Call call) {
        var ids = new ArrayList<>(call.list("channels"));
        if (call.has("channel_id")) {
            ids.add(call.text("channel_id"));
        }
        var channels =
                ids.stream().map(it -> workspace.channels().get(it, call.bot())).toList();
        channels.forEach(it -> it.mustHave(call.bot().id()));
        channels.forEach(Channel::mustBeOpen);
        return channels;
    }

    private void post(Call call, Channel channel, List<StoredFile> files) {
        var ids = files.stream().map(StoredFile::id).toList();
        var draft = Draft.of(call.text("initial_comment")).as("file_share").with(ids);
        var thread = call.has("thread_ts") ? call.text("thread_ts") : null;
        workspace.messages().post(channel, call.bot(), draft.inThread(thread));
    }

    /** An app may only delete what it has uploaded. */
    private ObjectNode delete(Call call) {
        var file = workspace.files().find(call.required("file")).orElseThrow(() -> new Refused("file_not_found"));
        if (!file.user().equals(call.bot().id())) {
            throw new Refused("cant_delete_file");
        }
        workspace.files().delete(file.id());
        return Json.object();
    }

    private ObjectNode info(Call call) {
        var file = workspace.files().find(call.required("file")).orElseThrow(() -> new Refused("file_not_found"));
        var answer = Json.object();
        answer.set("file", shape.of(file));
        if (file.mimetype().startsWith("text/")) {
            workspace.files().content(file.id()).ifPresent(it -> answer.put("content", preview(it)));
        }
        answer.putArray("comments");
        return answer;
    }

    private static String preview(byte[] content) {
        return new String(content, 0, Math.min(content.length, 10_000), StandardCharsets.UTF_8);
    }
}
