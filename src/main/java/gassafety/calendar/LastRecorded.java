package gassafety.calendar;

import java.time.Instant;
import java.util.Optional;

/** A room that records acts tells when the last one was recorded, so that the demo clock never runs backwards. */
public interface LastRecorded {

    Optional<Instant> lastRecorded();
}
