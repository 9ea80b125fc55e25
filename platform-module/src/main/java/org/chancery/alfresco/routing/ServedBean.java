package org.chancery.alfresco.routing;

import java.util.Date;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.chancery.core.routing.RoutingBean;

/**
 * The bean as templates call it. The engine reports the end of a process that is cancelled, too;
 * the domain, which cancelled it, has not come to the route's end.
 */
public final class ServedBean implements RoutingBean {
  private final RoutingBean bean;
  private final BooleanSupplier cancelling;

  ServedBean(RoutingBean bean, BooleanSupplier cancelling) {
    this.bean = bean;
    this.cancelling = cancelling;
  }

  @Override
  public String candidates(String route, String role) {
    return bean.candidates(route, role);
  }

  @Override
  public Date due(String route, long businessDays) {
    return bean.due(route, businessDays);
  }

  @Override
  public void tasked(String route, String task, String step, String access) {
    bean.tasked(route, task, step, access);
  }

  @Override
  public void taskedTo(String route, String task, String step, String access, String commenter) {
    bean.taskedTo(route, task, step, access, commenter);
  }

  @Override
  public void completed(String route, String task) {
    bean.completed(route, task);
  }

  @Override
  public List<String> commenters(String route) {
    return bean.commenters(route);
  }

  @Override
  public String outcome(String route, String step) {
    return bean.outcome(route, step);
  }

  @Override
  public void status(String route, String status) {
    bean.status(route, status);
  }

  @Override
  public void close(String route) {
    bean.close(route);
  }

  @Override
  public void ended(String route) {
    if (!cancelling.getAsBoolean()) {
      bean.ended(route);
    }
  }
}
