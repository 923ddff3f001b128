package dev.coalmine.bot.replay;

import dev.coalmine.commands.storms.detector.Sensitivity;
import java.util.List;
import java.util.Locale;

/** What somebody typed who wants to play the past. */
record Options(String file, Format format, Sensitivity sensitivity, boolean summary) {

    static final String USAGE = """
        Usage: replay FILE [--format=signals|slack|alertmanager] [--false-alarms-per-month=1] [--days=30] [--summary]
          FILE                      what was recorded, “-” for standard input
          --format                  signals: lines of JSON; slack: a channel's export, a folder or a file of messages;
                                    alertmanager: bodies of its webhooks, one in each line
          --false-alarms-per-month  how often chance alone may raise an alarm
          --days                    the same, in days between two of them
          --summary                 a table and a plot instead of lines of JSON\
        """;

    /** In what form it was recorded. */
    enum Format {
        SIGNALS,
        SLACK,
        ALERTMANAGER
    }

    /** @throws IllegalArgumentException with the reason, if that is wrong */
    static Options read(List<String> arguments) {
        var files = arguments.stream().filter(it -> !it.startsWith("--")).toList();
        if (files.size() != 1) {
            throw new IllegalArgumentException("Say which file is to be played.");
        }
        var options = new Options(files.getFirst(), Format.SIGNALS, Sensitivity.USUAL, false);
        for (var argument : arguments) {
            options = argument.startsWith("--") ? options.with(argument) : options;
        }
        if (options.format == Format.SLACK && options.file.equals("-")) {
            throw new IllegalArgumentException("An export of Slack is a file or a folder, not standard input.");
        }
        return options;
    }

    private Options with(String argument) {
        var value = argument.substring(argument.indexOf('=') + 1);
        return switch (argument.replaceFirst("=.*", "")) {
            case "--format" -> new Options(file, format(value), sensitivity, summary);
            case "--days" -> new Options(file, format, new Sensitivity(number(value, "days")), summary);
            case "--false-alarms-per-month" ->
                new Options(file, format, Sensitivity.falseAlarmsPerMonth(number(value, "alarms")), summary);
            case "--summary" -> new Options(file, format, sensitivity, true);
            default -> throw new IllegalArgumentException("There is no option " + argument + ".");
        };
    }

    private static Format format(String word) {
        for (var format : Format.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(word)) {
                return format;
            }
        }
        throw new IllegalArgumentException("“%s” is no format: signals, slack and alertmanager are.".formatted(word));
    }

    private static double number(String text, String of) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("“%s” is no number of %s.".formatted(text, of), none);
        }
    }
}
