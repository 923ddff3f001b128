package dev.coalmine.bot;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** What the files for containers say of Coalmine is so. */
class ContainersTest {

    private static final Path DOCKER = Path.of("../docker");
    private static final Pattern METRIC = Pattern.compile("\\bcoalmine_[a-z_]+");
    private static final Pattern MOUNT = Pattern.compile("(?m)^ *- (\\./[^:]+):");

    @ParameterizedTest
    @ValueSource(strings = {"common.yaml", "compose.yaml", "compose.production.yaml", "compose.monitoring.yaml"})
    void everyVariableGivenToCoalmineIsASetting(String file) {
        assertThat(variables(file)).isSubsetOf(known());
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.production.yaml", "compose.monitoring.yaml"})
    void everyFileThatIsMountedIsThere(String file) {
        assertThat(MOUNT.matcher(read(file)).results().map(found -> DOCKER.resolve(found.group(1))))
                .allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void theImageIsAskedWhetherItIsReady() {
        assertThat(read("Dockerfile"))
                .contains("GET /actuator/health/readiness", "SERVER_PORT:-8080", "coalmine.jar train");
        assertThat(read("haproxy.cfg"))
                .contains("uri /actuator/health/readiness", "path /slack/events", "path_beg /hooks/");
        assertThat(Tool.named("train")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitoring/alerts.yaml", "monitoring/grafana/dashboards/coalmine.json"})
    void onlyWhatIsMeasuredIsLookedAt(String file) {
        var described = metrics(readDocumentation());

        assertThat(metrics(read(file))).isNotEmpty().isSubsetOf(described);
    }

    @Test
    void theDashboardIsWholeAndEveryRuleSaysWhatToDo() {
        var panels = JsonMapper.shared()
                .readTree(read("monitoring/grafana/dashboards/coalmine.json"))
                .path("panels");
        assertThat(panels.size()).isPositive();
        var rules = Pattern.compile("- alert: (\\w+)")
                .matcher(read("monitoring/alerts.yaml"))
                .results();

        assertThat(rules.map(rule -> "| `%s` |".formatted(rule.group(1))))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(readDocumentation()).contains(row));
    }

    private static Set<String> variables(String file) {
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(read(file));
        return Stream.ofNullable(requireNonNull(compose.get("services")).get("coalmine"))
                .map(service -> service.get("environment"))
                .filter(Objects::nonNull)
                .flatMap(variables -> ((Map<?, ?>) variables).keySet().stream().map(String::valueOf))
                .collect(toSet());
    }

    /** By the names that Spring knows them in the environment, and those that the program's own configuration reads. */
    private static Set<String> known() {
        var read = Pattern.compile("\\$\\{([A-Z_]+):").matcher(configuration()).results();
        var usual = Stream.of("URL", "USERNAME", "PASSWORD").map("SPRING_DATASOURCE_%s"::formatted);
        var settings = Setting.all()
                .map(setting ->
                        setting.name().replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT));
        return Stream.of(read.map(found -> found.group(1)), usual, settings)
                .flatMap(names -> names)
                .collect(toSet());
    }

    /** Without what Prometheus appends to the name of a histogram. */
    private static Set<String> metrics(String text) {
        return METRIC.matcher(text)
                .results()
                .map(found -> found.group().replaceFirst("_(bucket|count|sum|max)$", ""))
                .collect(toSet());
    }

    private static String configuration() {
        return text(Path.of("src/main/resources/application.yaml"));
    }

    private static String readDocumentation() {
        return text(Path.of("../docs/operating.md"));
    }

    private static String read(String file) {
        return text(DOCKER.resolve(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
