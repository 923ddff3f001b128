package dev.coalmine.commands.reviews;

import dev.coalmine.commands.hypotheses.Figures;
import dev.coalmine.commands.hypotheses.inquiry.Inquiry;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.pages.Page;
import dev.coalmine.storage.roles.Assignment;
import dev.coalmine.storage.timeline.Entry;
import java.time.Instant;
import java.util.List;

/**
 * What stands above the entries.
 *
 * @param at when the export was made
 * @param merged the numbers of the incidents that were merged into this one
 * @param links the entries that link it with others
 * @param inquiry what people thought was wrong
 * @param figures how they dealt with it
 */
record Summary(
        Incident incident,
        Instant at,
        List<Assignment> roles,
        List<Page> pages,
        List<Long> merged,
        List<Entry> links,
        Inquiry inquiry,
        Figures figures) {}
