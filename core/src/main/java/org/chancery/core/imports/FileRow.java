package org.chancery.core.imports;

import java.util.List;
import java.util.Optional;

/**
 * What one row of a file comes to: a person, an event, or nothing and why.
 *
 * @param line in the file, from 1
 * @param person whom it describes
 * @param event which event it is
 * @param rejected why it is neither
 * @param called what there is to call it by
 * @param notes what was left aside
 */
public record FileRow(
    int line,
    Optional<ImportedPerson> person,
    Optional<ImportedEvent> event,
    Optional<String> rejected,
    Optional<String> called,
    List<FileWarning> notes) {}
