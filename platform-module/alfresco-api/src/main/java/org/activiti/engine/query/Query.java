package org.activiti.engine.query;

import java.util.List;

/** A question to the engine. */
public interface Query<T extends Query<?, ?>, U> {

  T asc();

  long count();

  U singleResult();

  List<U> list();
}
