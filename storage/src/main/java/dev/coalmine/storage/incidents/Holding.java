package dev.coalmine.storage.incidents;

import java.util.Optional;

/** Holding an incident, so that two changes never cross. */
interface Holding {

    /**
     * The incident of that number as it is now, held until the transaction ends. Whoever has read it before in the same
     * transaction sees it change to what is true now.
     */
    Optional<Incident> held(long number);
}
