package dev.coalmine.commands.reviews;

import static java.util.stream.Collectors.groupingBy;

import dev.coalmine.storage.timeline.Entry;
import dev.coalmine.storage.timeline.Timeline;
import dev.coalmine.storage.timeline.Timeline.Correction;
import java.util.ArrayList;
import java.util.List;

/** Puts beside each entry what corrects it. Corrections come later in the record, so it looks ahead in blocks. */
final class Correcting {

    private static final int BLOCK = 500;

    private final Timeline timeline;
    private final RecordWriter writer;
    private final List<Entry> block = new ArrayList<>(BLOCK);

    Correcting(Timeline timeline, RecordWriter writer) {
        this.timeline = timeline;
        this.writer = writer;
    }

    void accept(Entry entry) {
        block.add(entry);
        if (block.size() == BLOCK) {
            finish();
        }
    }

    void finish() {
        if (block.isEmpty()) {
            return;
        }
        var first = block.getFirst();
        var corrections = timeline
                .corrections(first.incident(), first.number(), block.getLast().number())
                .stream()
                .collect(groupingBy(Correction::entry));
        for (var entry : block) {
            writer.entry(entry, corrections.getOrDefault(entry.number(), List.of()));
        }
        block.clear();
    }
}
