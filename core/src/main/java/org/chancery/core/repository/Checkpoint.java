package org.chancery.core.repository;

/**
 * A named point between two steps of durable work.
 *
 * <p>Work that must survive the loss of the process (a search index commit, the filing of a
 * received item, the writing of a blob) calls {@link #reached} at each point between which an
 * abrupt end must lose nothing. In operation nothing happens there; a test hands in a checkpoint
 * that ends the process, or throws, at the name it wants to examine.
 *
 * <p>Names are lower case with hyphens and say what is about to happen, so that the work named has
 * not yet been made durable when the point is reached. The search index's is {@value
 * #INDEX_COMMIT}.
 */
@FunctionalInterface
public interface Checkpoint {

  /** Reached when a batch is in the index but its commit has not begun. */
  String INDEX_COMMIT = "index-commit";

  /** The checkpoint of normal operation: does nothing. */
  Checkpoint NONE = name -> {};

  /**
   * Says that the work has come to this point.
   *
   * @param name the point's name
   * @throws RuntimeException if a test wants the work to end here; the caller must then behave as
   *     if the process had been lost, and leave everything repeatable
   */
  void reached(String name);
}
