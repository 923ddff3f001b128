package dev.coalmine.bot;

import dev.coalmine.bot.slack.SlackSettings;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * A setting as it is written in YAML.
 *
 * @param name with {@code []} behind what is a list of objects
 * @param standard its default, in Markdown
 */
record Setting(String name, String standard) {

    /** All there are, found as Spring finds them. */
    static Stream<Setting> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var own = scanner.findCandidateComponents("dev.coalmine").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(type ->
                        of(type.getAnnotation(ConfigurationProperties.class).value(), type));
        return Stream.concat(own, of("slack", SlackSettings.class)).sorted(Comparator.comparing(Setting::name));
    }

    private static Stream<Setting> of(String prefix, Class<?> type) {
        var constructor = type.getDeclaredConstructors()[0];
        return IntStream.range(0, type.getRecordComponents().length)
                .mapToObj(i -> of(
                        prefix + "." + dashed(type.getRecordComponents()[i].getName()),
                        constructor.getParameters()[i]))
                .flatMap(settings -> settings);
    }

    private static Stream<Setting> of(String name, Parameter parameter) {
        if (parameter.getType().isRecord()) {
            return of(name, parameter.getType());
        }
        if (parameter.getParameterizedType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element
                && element.isRecord()) {
            return of(name + "[]", element);
        }
        return Stream.of(new Setting(name, standard(parameter)));
    }

    private static String standard(Parameter parameter) {
        var given = parameter.getAnnotation(DefaultValue.class);
        if (given != null) {
            var value = String.join(", ", given.value());
            return value.isEmpty() ? "none" : "`%s`".formatted(value);
        }
        if (parameter.getType() == boolean.class) {
            return "`false`";
        }
        return parameter.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "none" : "required";
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
