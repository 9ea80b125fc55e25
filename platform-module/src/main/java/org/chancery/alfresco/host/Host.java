package org.chancery.alfresco.host;

import org.chancery.core.http.Request;
import org.chancery.core.http.Response;

/** What answers requests. */
@FunctionalInterface
public interface Host {

  /** Answers; before the start and after the stop, that there is nobody to ask. */
  Response handle(Request request);
}
