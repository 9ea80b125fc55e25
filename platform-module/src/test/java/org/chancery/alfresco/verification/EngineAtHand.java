package org.chancery.alfresco.verification;

import java.util.Map;
import org.chancery.core.Chancery;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.routing.ProcessEngine;
import org.chancery.core.routing.RoutingBean;

/**
 * The engine, and what its templates can call.
 *
 * @param engine the repository's own
 * @param beans bean {@code activitiBeanRegistry}
 * @param domain what drives it
 * @param destruction without the index, which rests while contracts run
 */
record EngineAtHand(
    ProcessEngine engine, Map<Object, Object> beans, Chancery domain, Destruction destruction) {

  /** Lets templates call this bean; what is returned puts back what they called before. */
  Runnable serve(RoutingBean bean) {
    Object before = beans.get(ProcessEngine.BEAN);
    engine.serve(bean);
    return before == null
        ? () -> beans.remove(ProcessEngine.BEAN)
        : () -> beans.put(ProcessEngine.BEAN, before);
  }
}
