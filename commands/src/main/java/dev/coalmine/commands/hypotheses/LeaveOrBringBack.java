package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two words that take nothing but a hypothesis and perhaps a reason. */
@Configuration(proxyBeanMethods = false)
class LeaveOrBringBack {

    @Bean
    FormWord parkHypothesis(Concerning concerning, Incidents incidents, Ledger ledger, Deciding deciding) {
        return new ReasonWord(
                concerning,
                incidents,
                "park",
                "leaves one for now.",
                "Which one does nobody look into for now?",
                incident -> ledger.of(incident).live(),
                deciding::park,
                "H%d is parked.");
    }

    @Bean
    FormWord reopenHypothesis(Concerning concerning, Incidents incidents, Ledger ledger, Deciding deciding) {
        return new ReasonWord(
                concerning,
                incidents,
                "reopen",
                "brings back what was ruled out, parked or accepted.",
                "Which one may be after all?",
                incident -> ledger.of(incident).hypotheses(),
                deciding::reopen,
                "H%d is live again.");
    }

    /** What is done. */
    private interface Decision {

        void take(long incident, int number, @Nullable String why, String person);
    }

    private static final class ReasonWord extends FormWord {

        private static final String WHY = "why";

        private final String word;
        private final String does;
        private final String question;
        private final LongFunction<List<Hypothesis>> candidates;
        private final Decision decision;
        private final String done;

        ReasonWord(
                Concerning concerning,
                Incidents incidents,
                String word,
                String does,
                String question,
                LongFunction<List<Hypothesis>> candidates,
                Decision decision,
                String done) {
            super(concerning, incidents);
            this.word = word;
            this.does = does;
            this.question = question;
            this.candidates = candidates;
            this.decision = decision;
            this.done = done;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public String usage() {
            return word + " H1 [why]";
        }

        @Override
        public String does() {
            return does;
        }

        @Override
        String verb() {
            return Shown.capital(word);
        }

        @Override
        String missing() {
            return "Name the hypothesis.";
        }

        @Override
        boolean isEnough(Line said) {
            return said.number(Line.Kind.HYPOTHESIS).isPresent();
        }

        @Override
        List<LayoutBlock> fields(long incident, Line said) {
            return List.of(
                    Fields.hypothesis(Fields.HYPOTHESIS, question, candidates.apply(incident), null),
                    Blocks.input(WHY, "Why?", null, true, false));
        }

        @Override
        Reply say(Incident incident, Line said, Request request) {
            return take(
                    incident,
                    said.number(Line.Kind.HYPOTHESIS).orElseThrow(),
                    said.said().orElse(null),
                    request.person());
        }

        @Override
        Reply fill(Incident incident, Submission form) {
            var number = Fields.number(form, Fields.HYPOTHESIS);
            return number.isEmpty()
                    ? mistake(Fields.HYPOTHESIS, "Choose one.")
                    : take(incident, number.get(), form.markup(WHY).orElse(null), form.person());
        }

        private Reply take(Incident incident, int number, @Nullable String why, String person) {
            decision.take(incident.number(), number, why, person);
            return Reply.line(done.formatted(number));
        }
    }
}
