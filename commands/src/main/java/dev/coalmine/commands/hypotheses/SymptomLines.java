package dev.coalmine.commands.hypotheses;

import dev.coalmine.storage.hypotheses.Symptoms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Symptoms in words, one line each. */
public final class SymptomLines {

    private SymptomLines() {}

    public static List<String> of(Symptoms symptoms) {
        return Stream.of(
                        line("began", symptoms.onset()),
                        line("affected", symptoms.affected()),
                        line("*not* affected", symptoms.unaffected()),
                        line("changed", symptoms.changed()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> line(String label, @Nullable String words) {
        return Optional.ofNullable(words).map(it -> "%s: %s".formatted(label, it));
    }
}
