package org.chancery.core.routing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A route to be started.
 *
 * @param template key of the template
 * @param lead group of the component that answers; the file's first component when empty
 * @param reviewer who reviews; those of the leading component when empty
 * @param signer who signs; the Executive Secretariat when empty
 * @param commenters who is asked for comments
 * @param commentBy when those are due
 * @param due suspense of the whole; becomes the file's
 * @param instruction shown with every tasking
 */
public record NewRoute(
    String template,
    Optional<String> lead,
    Optional<String> reviewer,
    Optional<String> signer,
    List<String> commenters,
    Optional<LocalDate> commentBy,
    Optional<LocalDate> due,
    Optional<String> instruction) {

  /** Copies the list. */
  public NewRoute {
    commenters = List.copyOf(commenters);
  }
}
