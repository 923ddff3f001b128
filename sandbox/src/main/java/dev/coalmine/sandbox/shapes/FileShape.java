package dev.coalmine.sandbox.shapes;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.StoredFile;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** A file as Slack writes it. */
public final class FileShape {

    private final String url;

    public FileShape(String url) {
        this.url = url;
    }

    public ObjectNode of(StoredFile file) {
        var address = url + "/files/" + file.id();
        var json = Json.object()
                .put("id", file.id())
                .put("created", file.created())
                .put("timestamp", file.created())
                .put("name", file.name())
                .put("title", file.title())
                .put("mimetype", file.mimetype())
                .put("filetype", file.filetype())
                .put("pretty_type", file.filetype().toUpperCase(Locale.ROOT))
                .put("user", file.user())
                .put("editable", false)
                .put("size", file.size())
                .put("mode", "hosted")
                .put("is_external", false)
                .put("external_type", "")
                .put("is_public", true)
                .put("public_url_shared", false)
                .put("display_as_bot", false)
                .put("username", "")
                .put("url_private", address)
                .put("url_private_download", address)
                .put("permalink", address);
        json.set("channels", Json.array(file.channels()));
        json.putArray("groups");
        json.putArray("ims");
        return json;
    }
}
