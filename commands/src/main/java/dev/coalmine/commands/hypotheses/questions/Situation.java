package dev.coalmine.commands.hypotheses.questions;

import dev.coalmine.commands.hypotheses.inquiry.Inquiry;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.Lead;
import dev.coalmine.storage.incidents.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a question is judged by.
 *
 * @param commander Slack id, if anybody commands
 * @param responders how many people are in it, without observers
 * @param falsified whether somebody has the role of proving the leading hypothesis wrong
 * @param leads which hypothesis led when, oldest first
 */
record Situation(
        Incident incident,
        Inquiry inquiry,
        Optional<String> commander,
        int responders,
        boolean falsified,
        List<Lead> leads,
        Instant now) {

    long number() {
        return incident.number();
    }

    /** How long it has been going on. */
    Duration age() {
        return Duration.between(incident.declaredAt(), now);
    }

    /** How long the leading hypothesis has led. */
    Duration ledFor() {
        return leads.isEmpty()
                ? Duration.ZERO
                : Duration.between(leads.getLast().since(), now);
    }

    Optional<Hypothesis> leading() {
        return inquiry.leading();
    }
}
