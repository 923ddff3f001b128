package dev.coalmine.commands.storms.detector;

import java.util.List;

/** A storm in numbers, with what else is known at the moment. */
final class Views {

    private static final int FINE = 2;

    private final Storm storm;
    private final Detector detector;
    private final long first;
    /** By the clocks of those to whom it happened. */
    private final long firstShown;

    private final long latestShown;

    private Views(Storm storm, Detector detector) {
        this.storm = storm;
        this.detector = detector;
        this.first = storm.first();
        this.firstShown = storm.shown(first);
        this.latestShown = storm.shown(storm.latest);
    }

    static StormView of(Storm storm, Detector detector) {
        return new Views(storm, detector).view();
    }

    private StormView view() {
        var text = storm.text();
        var byHand = succeededByHand();
        return new StormView(
                storm.number,
                storm.kind,
                firstShown,
                Math.max(firstShown, latestShown),
                storm.failures(),
                storm.automated,
                storm.manual,
                usual(),
                Sensitivity.daysBetween(storm.surprise),
                members(),
                text,
                text == null ? 0 : storm.texts.getOrDefault(text, 0),
                storm.newText,
                detector.attributes().leading(storm).orElse(null),
                fine(),
                Canary.witness(storm, byHand),
                byHand,
                usualShareByHand(),
                storm.entities().stream().limit(Part.MOST_ENTITIES).toList());
    }

    private double usual() {
        var lasts = storm.lasts();
        return storm.members.keySet().stream()
                .mapToDouble(source -> source.usual(lasts))
                .sum();
    }

    private List<StormView.Member> members() {
        return storm.members.entrySet().stream()
                .map(it -> member(it.getKey(), it.getValue()))
                .toList();
    }

    private StormView.Member member(Source source, Part part) {
        var began = source.shown(part.failures == 0 ? first : part.first);
        var alerts = source.layer != Layer.LAUNCHERS;
        return new StormView.Member(source.name, source.byHand, alerts, part.failures, began, succeeded(source));
    }

    private int succeeded(Source source) {
        return storm.succeeded.getOrDefault(source.number, 0);
    }

    private List<StormView.Fine> fine() {
        return detector.gathered(Layer.LAUNCHERS).known.stream()
                .filter(source -> storm.layer == Layer.LAUNCHERS && source.storm == null && source.lastBad < first)
                .filter(source -> succeeded(source) >= FINE)
                .map(source -> new StormView.Fine(source.name, succeeded(source)))
                .toList();
    }

    private int succeededByHand() {
        return detector.gathered(Layer.LAUNCHERS).known.stream()
                .filter(source -> source.byHand)
                .mapToInt(this::succeeded)
                .sum();
    }

    private double usualShareByHand() {
        return detector.gathered(Layer.LAUNCHERS).known.stream()
                .filter(source -> source.byHand && (storm.members.containsKey(source) || succeeded(source) > 0))
                .mapToDouble(Source::usualShare)
                .max()
                .orElse(0);
    }
}
