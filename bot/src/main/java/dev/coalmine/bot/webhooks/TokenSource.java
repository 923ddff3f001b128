package dev.coalmine.bot.webhooks;

import dev.coalmine.bot.secrets.Tokens;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** A source that proves itself by a token. */
abstract class TokenSource implements AlertSource {

    private final String name;
    private final String setting;
    private final Tokens tokens;
    private final DataSize limit;

    TokenSource(String name, String setting, List<String> tokens, DataSize limit) {
        this.name = name;
        this.setting = setting;
        this.tokens = new Tokens(tokens);
        this.limit = limit;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean configured() {
        return tokens.present();
    }

    @Override
    public String setting() {
        return setting;
    }

    @Override
    public DataSize limit() {
        return limit;
    }

    @Override
    public boolean promising(Headers headers) {
        return tokens.judge(headers.first("Authorization")) == Tokens.Shown.RIGHT;
    }

    @Override
    public boolean authentic(Headers headers, byte[] body) {
        return promising(headers);
    }
}
