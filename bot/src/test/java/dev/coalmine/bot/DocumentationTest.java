package dev.coalmine.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.bot.slack.Manifest;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What stands in the documentation and is known to the code is the same in both. */
class DocumentationTest {

    private static final boolean WRITE = "write".equals(System.getProperty("docs"));
    private static final String MEND =
            "%s does not say what the code does. This mends it: mvn test -pl bot -am -Dtest=DocumentationTest"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Ddocs=write";
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|[^|]*\\|(.*)\\|$");

    @Test
    void theReadmeListsEveryCommand() {
        isTrue("README.md", text -> between(text, "commands", tables(Described.byTheCode(Command.class))));
    }

    @Test
    void theManifestIsTheOneThatTheCodeMakes() {
        var manifest = Described.byTheCode(Manifest.class).iterator().next();
        isTrue("docs/slack-manifest.yaml", _ -> manifest.yaml());
    }

    @Test
    void everySettingIsListedWithItsDefault() {
        isTrue("docs/configuration.md", text -> between(text, "settings", settings(descriptions(text))));
    }

    @Test
    void everySettingIsDescribed() {
        assertThat(descriptions(read("docs/configuration.md")))
                .as("Say in docs/configuration.md what each setting is for.")
                .allSatisfy((name, description) -> assertThat(description).isNotBlank());
    }

    private static String tables(Collection<Command> commands) {
        return Arrays.stream(Topic.values())
                .map(topic ->
                        "**%s**\n\n| command | |\n|---|---|\n%s\n".formatted(topic.heading(), rows(topic, commands)))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static String rows(Topic topic, Collection<Command> commands) {
        return commands.stream()
                .filter(command -> command.topic() == topic)
                .sorted(Comparator.comparing(Command::word))
                .map(command -> "| `%s` | %s%s |".formatted(cell(command.usage()), command.does(), aliases(command)))
                .collect(Collectors.joining("\n"));
    }

    private static String aliases(Command command) {
        return command.aliases().isEmpty() ? "" : " Also `%s`.".formatted(String.join("`, `", command.aliases()));
    }

    /** In Markdown's tables a bar ends the cell, even within code. */
    private static String cell(String words) {
        return words.replace("|", "\\|");
    }

    private static String settings(Map<String, String> descriptions) {
        return Setting.all()
                .map(setting -> "| `%s` | %s | %s |"
                        .formatted(
                                setting.name(),
                                setting.standard(),
                                descriptions.getOrDefault(setting.name(), "").strip()))
                .collect(Collectors.joining("\n", "\n| setting | default | |\n|---|---|---|\n", "\n\n"));
    }

    private static Map<String, String> descriptions(String text) {
        return ROW.matcher(inside(text, "settings").group(2))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }

    private static String between(String text, String mark, String content) {
        var found = inside(text, mark);
        return text.substring(0, found.start(2)) + content + text.substring(found.end(2));
    }

    private static Matcher inside(String text, String mark) {
        var found = Pattern.compile("(?s)(<!-- %1$s -->\n)(.*?)(<!-- /%1$s -->)".formatted(mark))
                .matcher(text);
        assertThat(found.find()).as("the marks of " + mark).isTrue();
        return found;
    }

    private static void isTrue(String file, UnaryOperator<String> mended) {
        var written = Files.exists(ROOT.resolve(file)) ? read(file) : "";
        var right = mended.apply(written);
        if (WRITE) {
            write(file, right);
        } else {
            assertThat(onlyIn(right, written)).as(MEND.formatted(file)).isEmpty();
            assertThat(written).as(MEND.formatted(file)).isEqualTo(right);
        }
    }

    private static List<String> onlyIn(String text, String other) {
        var others = other.lines().collect(Collectors.toSet());
        return text.lines().filter(line -> !others.contains(line)).toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String file, String text) {
        try {
            Files.writeString(ROOT.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
