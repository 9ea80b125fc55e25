package org.chancery.core.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * A file in the watched folder that is not received yet, and why not.
 *
 * @param id names it in listings while it is here
 * @param name the file's
 * @param component code of the component whose sub-folder it is in, as far as that is one
 * @param size bytes; 0 when not known
 * @param since when it was first seen, UTC
 * @param reason what it waits for
 */
public record ArrivingFile(
    String id, String name, Optional<String> component, long size, Instant since, Reason reason) {}
