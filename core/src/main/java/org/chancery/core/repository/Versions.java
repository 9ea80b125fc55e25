package org.chancery.core.repository;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chancery.model.QName;

/**
 * Earlier states of nodes, kept when asked to. Reading a version needs {@link Permission#READ} on
 * the node.
 */
public interface Versions {

  /**
   * One kept state.
   *
   * @param label {@code 1.0}, {@code 1.1}, {@code 2.0}…
   * @param at when it was kept, UTC
   * @param by account
   * @param comment why
   * @param properties as they were
   * @param contents as they were
   */
  record Version(
      String label,
      Instant at,
      String by,
      String comment,
      Map<QName, Object> properties,
      Map<QName, ContentInfo> contents) {}

  /**
   * Keeps the node's present state, the first as {@code 1.0}, each further one under the next major
   * or minor label. Needs {@link Permission#WRITE}.
   */
  Version keep(Caller caller, NodeId id, boolean major, String comment);

  /** All kept states, newest first. */
  List<Version> list(Caller caller, NodeId id);

  /**
   * Opens a content of a kept state.
   *
   * @throws NotFound when there is no such version or content for the caller
   */
  InputStream open(Caller caller, NodeId id, String label, QName property);
}
