package dev.coalmine.bot.health;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of all settings, from the records that hold them. Names are compared as Spring compares them: capitals and
 * hyphens do not count.
 */
final class KnownSettings {

    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    /** What follows this in a name is free, as the keys of labels are. */
    private static final String ANYTHING = ".*";

    private KnownSettings() {}

    /** The names in a record of settings, with {@code []} for each place in a list. */
    static Stream<String> of(String prefix, Class<?> settings) {
        return Arrays.stream(settings.getRecordComponents()).flatMap(it -> of(prefix + "." + dashed(it.getName()), it));
    }

    private static Stream<String> of(String name, RecordComponent setting) {
        if (setting.getType().isRecord()) {
            return of(name, setting.getType());
        }
        if (Map.class.isAssignableFrom(setting.getType())) {
            return Stream.of(name + ANYTHING);
        }
        if (setting.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element) {
            return element.isRecord() ? of(name + "[]", element) : Stream.of(name, name + "[]");
        }
        return Stream.of(name);
    }

    /** Whether a name, as somebody wrote it, is one of these, or the beginning of one. */
    static boolean include(Stream<String> known, String given) {
        var name = canonical(given);
        return known.map(KnownSettings::canonical)
                .anyMatch(it -> it.equals(name)
                        || it.startsWith(name + ".")
                        || it.startsWith(name + "[]")
                        || it.endsWith(ANYTHING) && name.startsWith(it.substring(0, it.length() - 1)));
    }

    /** As it is written in files; {@code COALMINE_ROLES_MORE_0_NAME} becomes {@code coalmine.roles.more[].name}. */
    static String dotted(String name) {
        var dotted = name.equals(name.toUpperCase(Locale.ROOT)) ? name.replace('_', '.') : name;
        return INDEX.matcher(dotted)
                .replaceAll("[]")
                .replaceAll("\\.\\d+(?=\\.|$)", "[]")
                .toLowerCase(Locale.ROOT);
    }

    private static String canonical(String name) {
        return dotted(name).replace("-", "");
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
