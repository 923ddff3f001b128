package dev.coalmine.bot.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a line why Coalmine does not start, in place of a stack trace. */
final class DatabaseMissingAnalyzer extends AbstractFailureAnalyzer<DatabaseMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DatabaseMissing missing) {
        return new FailureAnalysis(String.valueOf(missing.getMessage()), null, missing);
    }
}
