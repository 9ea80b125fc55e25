package org.chancery.core.repository;

/** What can be done to a node. */
public enum Permission {
  /** See it, its properties, content and versions. */
  READ,
  /** Change its properties and content. */
  WRITE,
  /** Create or move something into it. */
  ADD_CHILD,
  /** Delete it or move it away. */
  DELETE,
  /** Change who may do what. */
  CHANGE_PERMISSIONS
}
