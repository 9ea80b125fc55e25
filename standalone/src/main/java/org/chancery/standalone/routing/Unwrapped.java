package org.chancery.standalone.routing;

import java.util.function.Supplier;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;

/**
 * What the domain refused while the engine called it comes out as it was thrown: the engine wraps
 * it.
 */
final class Unwrapped {
  private Unwrapped() {}

  static <T> T from(Supplier<T> driving) {
    try {
      return driving.get();
    } catch (FlowableObjectNotFoundException e) {
      throw e;
    } catch (FlowableException e) {
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        boolean engines = cause.getClass().getName().startsWith("org.flowable.");
        if (cause instanceof RuntimeException thrown && !engines) {
          throw thrown;
        }
      }
      throw e;
    }
  }
}
