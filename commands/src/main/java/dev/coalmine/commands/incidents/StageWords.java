package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.incidents.Stage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The short forms of {@code stage}: one word for each step that people take often. */
@Configuration(proxyBeanMethods = false)
class StageWords {

    @Bean
    Command identify(Steps steps) {
        return new StageWord("identify", Stage.IDENTIFIED, "[what was found]", "The certificate expired", steps);
    }

    @Bean
    Command mitigate(Steps steps) {
        return new StageWord("mitigate", Stage.MITIGATED, "[what helped]", "Rolled back to 4.1", steps);
    }

    @Bean
    Command resolve(Steps steps) {
        return new StageWord("resolve", Stage.RESOLVED, "[what ended it]", "New certificate is live", steps);
    }

    @Bean
    Command close(Steps steps) {
        return new StageWord("close", Stage.CLOSED, "[anything left to say]", "Review is on Thursday", steps);
    }

    @Bean
    Command reopen(Steps steps) {
        return new StageWord("reopen", Stage.INVESTIGATING, "<why>", "The errors came back", steps);
    }

    @Bean
    Command decline(Steps steps) {
        return new StageWord("decline", Stage.DECLINED, "<why it is no incident>", "A test alert", steps);
    }

    private record StageWord(String word, Stage stage, String line, String sample, Steps steps) implements Command {

        @Override
        public String usage() {
            return word + " " + line;
        }

        @Override
        public String does() {
            return "Short for `stage %s`.".formatted(stage.word());
        }

        @Override
        public String example() {
            return word + " " + sample;
        }

        @Override
        public Topic topic() {
            return Topic.INCIDENT;
        }

        @Override
        public Reply run(Request request) {
            if (line.startsWith("<") && request.isEmpty() && !request.fromButton()) {
                throw wrongUsage("That needs a reason.");
            }
            return steps.to(stage, request);
        }
    }
}
