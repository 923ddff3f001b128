package dev.coalmine.commands.reviews;

import dev.coalmine.storage.timeline.Entry;
import dev.coalmine.storage.timeline.Timeline.Correction;
import dev.coalmine.storage.timeline.Verdict;
import java.util.List;

/** One form of the record, written from top to bottom. */
interface RecordWriter {

    void begin(Summary summary);

    /** The next entry, and what corrects it. */
    void entry(Entry entry, List<Correction> corrections);

    void end(Verdict verdict);
}
