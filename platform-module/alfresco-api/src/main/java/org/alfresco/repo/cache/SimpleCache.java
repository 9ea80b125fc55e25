package org.alfresco.repo.cache;

import java.io.Serializable;

/** What the platform remembers. */
public interface SimpleCache<K extends Serializable, V> {
  void clear();
}
