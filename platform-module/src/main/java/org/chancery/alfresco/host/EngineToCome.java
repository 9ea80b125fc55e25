package org.chancery.alfresco.host;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.WrongState;
import org.chancery.core.routing.ProcessEngine;
import org.chancery.core.routing.RoutingBean;

/** Refuses to route: the platform's own engine is not connected on this host. */
final class EngineToCome implements ProcessEngine {

  private static WrongState refusal() {
    return new WrongState("Routing templates do not run on this host yet.");
  }

  @Override
  public void serve(RoutingBean bean) {
    // There is no template that could call it.
  }

  @Override
  public Deployed deploy(byte[] bpmn, String by) {
    throw refusal();
  }

  @Override
  public List<Deployed> templates() {
    return List.of();
  }

  @Override
  public List<Deployed> versions(String key) {
    return List.of();
  }

  @Override
  public Optional<byte[]> source(String key, int version) {
    return Optional.empty();
  }

  @Override
  public String start(String key, int version, Map<String, String> variables) {
    throw refusal();
  }

  @Override
  public void complete(String task) {
    throw refusal();
  }

  @Override
  public void show(String task, String assignee, Optional<String> claimedBy, LocalDate due) {
    throw refusal();
  }

  @Override
  public void cancel(String process) {
    throw refusal();
  }

  @Override
  public List<OpenTask> openTasks(String process) {
    return List.of();
  }

  @Override
  public Page<OpenTask> openTasks(Optional<String> cursor, int limit) {
    return new Page<>(List.of(), Optional.empty());
  }

  @Override
  public Standing standing(String process) {
    return new Standing(Set.of(), Set.of(), true);
  }

  @Override
  public Optional<Answer> answer(String task) {
    return Optional.empty();
  }
}
