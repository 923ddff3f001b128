package dev.coalmine.commands.coincidences;

import dev.coalmine.commands.timers.Alarm;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks for coincidences once more, since launches and changes are heard late. */
@Component
class SecondLook implements Alarm {

    static final String NAME = "late-coincidences";
    static final Duration AFTER = Duration.ofMinutes(6);

    private final CoincidenceNews news;

    SecondLook(CoincidenceNews news) {
        this.news = news;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void ring(long incident) {
        news.look(incident);
    }
}
