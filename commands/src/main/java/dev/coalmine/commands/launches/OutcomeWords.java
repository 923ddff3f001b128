package dev.coalmine.commands.launches;

import dev.coalmine.storage.signals.HeardSignal.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What launchers call the outcomes. */
final class OutcomeWords {

    private static final List<String> STARTED = List.of(
            "started",
            "start",
            "starting",
            "starts",
            "launching",
            "provisioning",
            "creating",
            "booting",
            "running",
            "in progress",
            "began",
            "requested");
    private static final List<String> SUCCEEDED = List.of(
            "succeeded",
            "success",
            "successful",
            "successfully",
            "successfully launched",
            "launched",
            "launch",
            "completed",
            "complete",
            "finished",
            "provisioned",
            "created",
            "booted",
            "ready",
            "passed",
            "ok",
            "done",
            "back to normal");
    private static final List<String> FAILED = List.of(
            "failed",
            "failure",
            "fail",
            "fails",
            "failing",
            "still failing",
            "unsuccessful",
            "error",
            "errored",
            "launch_error",
            "failed launch",
            "failed to launch",
            "could not launch",
            "timed out",
            "timeout",
            "broken");

    private static final Map<String, Outcome> ALL = Stream.of(
                    words(STARTED, Outcome.STARTED), words(SUCCEEDED, Outcome.SUCCEEDED), words(FAILED, Outcome.FAILED))
            .flatMap(words -> words)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private OutcomeWords() {}

    private static Stream<Map.Entry<String, Outcome>> words(List<String> words, Outcome outcome) {
        return words.stream().map(word -> Map.entry(word, outcome));
    }

    /** Capitals, and how many blanks are between, do not matter. */
    static Optional<Outcome> read(String word) {
        return Optional.ofNullable(ALL.get(word.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ")));
    }

    /** As part of a regular expression: any of those that stand for themselves in a sentence, the longest first. */
    static String expression() {
        return "started(?: launching)?|launching|launched|succeeded|successful(?:ly)?|completed|finished|"
                + "provisioned|created|booted|failed|failure|errored|timed out|unsuccessful";
    }
}
