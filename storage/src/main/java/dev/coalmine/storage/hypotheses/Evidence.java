package dev.coalmine.storage.hypotheses;

import dev.coalmine.storage.rules.Markup;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something that was observed, and what people think that it says of each hypothesis. */
@Entity
@Table(name = "evidence")
public class Evidence {

    private static final int LONGEST = 2_000;

    /** What kind of thing it is. */
    public enum Kind {
        OBSERVATION("observation"),
        TEST_RESULT("test result"),
        CHANGE("change"),
        /** What others say. */
        REPORT("report"),
        /** Something that was not seen. */
        ABSENCE("absence"),
        /** How often such things happen at all. */
        PRIOR("prior"),
        /** What a mitigation did. Recovery alone says little: a restart also heals a leak, for a while. */
        EFFECT("effect of a mitigation");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private long incident;
    private int number;

    @Enumerated(EnumType.STRING)
    private Kind kind = Kind.OBSERVATION;

    private String words = "";

    @Nullable
    private String link;

    @Nullable
    private String observer;

    @Nullable
    private String recorder;

    private Instant happenedAt = Instant.EPOCH;
    private Instant recordedAt = Instant.EPOCH;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "evidence_rating", joinColumns = @JoinColumn(name = "evidence"))
    private List<Rating> ratings = new ArrayList<>();

    protected Evidence() {}

    /**
     * Something was observed.
     *
     * @param number counts from 1 within the incident
     * @param words mark-up
     * @param observer Slack id of who saw it
     * @param recorder Slack id of who wrote it down
     */
    public Evidence(
            long incident,
            int number,
            Kind kind,
            String words,
            @Nullable String link,
            @Nullable String observer,
            String recorder,
            Instant happenedAt,
            Instant recordedAt) {
        this.incident = incident;
        this.number = number;
        this.kind = kind;
        this.words = Markup.clip(Markup.storable(words.strip()), LONGEST);
        this.link = link;
        this.observer = observer;
        this.recorder = recorder;
        this.happenedAt = happenedAt;
        this.recordedAt = recordedAt;
    }

    /** Somebody says what it means for a hypothesis, in place of what they said before. */
    public void rate(int hypothesis, Says says, String rater, Instant at) {
        ratings.removeIf(it -> it.hypothesis() == hypothesis && it.rater().equals(rater));
        ratings.add(new Rating(hypothesis, rater, says, at));
    }

    /**
     * What it says of a hypothesis. The most critical voice counts, so that nobody's objection is voted away; who thinks
     * that it does not apply is heard only when all do.
     */
    public Optional<Says> saysOf(int hypothesis) {
        return voices(hypothesis).stream()
                .min(Comparator.comparing((Says it) -> !it.applies()).thenComparing(Says::value));
    }

    /** Whether people think differently of what it says. */
    public boolean disputed(int hypothesis) {
        return voices(hypothesis).size() > 1;
    }

    private Set<Says> voices(int hypothesis) {
        return of(hypothesis).stream().map(Rating::says).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who says what of a hypothesis, oldest first. */
    public List<Rating> of(int hypothesis) {
        return ratings.stream()
                .filter(it -> it.hypothesis() == hypothesis)
                .sorted(Comparator.comparing(Rating::ratedAt).thenComparing(Rating::rater))
                .toList();
    }

    /** What was said of one hypothesis holds for the one that it goes on as. */
    public void carryOver(int from, int to) {
        of(from).stream()
                .filter(it -> of(to).stream().noneMatch(own -> own.rater().equals(it.rater())))
                .forEach(it -> ratings.add(new Rating(to, it.rater(), it.says(), it.ratedAt())));
    }

    public String name() {
        return "E" + number;
    }

    public long incident() {
        return incident;
    }

    public int number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    /** Mark-up. */
    public String words() {
        return words;
    }

    public Optional<String> link() {
        return Optional.ofNullable(link);
    }

    /** Slack id of who saw it; empty when nobody knows. */
    public Optional<String> observer() {
        return Optional.ofNullable(observer);
    }

    /** Slack id of who wrote it down. */
    public Optional<String> recorder() {
        return Optional.ofNullable(recorder);
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public List<Rating> ratings() {
        return List.copyOf(ratings);
    }
}
