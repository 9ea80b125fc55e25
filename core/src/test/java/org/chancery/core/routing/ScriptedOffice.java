package org.chancery.core.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Plays the domain towards an engine, and writes down what it was asked and told. */
public final class ScriptedOffice implements RoutingBean {
  static final Date DUE = Date.from(Instant.parse("2030-03-01T00:00:00Z"));

  private final List<String> told = new ArrayList<>();
  private final Map<String, String> steps = new LinkedHashMap<>();
  private final Map<String, String> outcomes = new HashMap<>();
  private List<String> commenters = List.of("GROUP_COMPONENT_FEMA", "GROUP_COMPONENT_TSA");
  private Consumer<String> listener = task -> {};
  private RuntimeException refusal;

  /** What it was told, in order, without the engine's own ids. */
  List<String> told() {
    return List.copyOf(told);
  }

  /** The step each task was made for. */
  String stepOf(String task) {
    return steps.get(task);
  }

  void commenters(List<String> authorities) {
    commenters = List.copyOf(authorities);
  }

  /** From now on the step's task ends like that. */
  void decide(String step, String outcome) {
    outcomes.put(step, outcome);
  }

  /** From now on somebody hears of each task that is completed. */
  void whenCompleted(Consumer<String> heard) {
    listener = heard;
  }

  /** From now on it refuses that a task is completed. */
  void refuse(RuntimeException why) {
    refusal = why;
  }

  @Override
  public String candidates(String route, String role) {
    return "GROUP_ROLE_" + role;
  }

  @Override
  public Date due(String route, long businessDays) {
    return DUE;
  }

  @Override
  public void tasked(String route, String task, String step, String access) {
    steps.put(task, step);
    told.add("tasked " + step + " " + access);
  }

  @Override
  public void taskedTo(String route, String task, String step, String access, String commenter) {
    steps.put(task, step);
    told.add("tasked " + step + " " + access + " " + commenter);
  }

  @Override
  public void completed(String route, String task) {
    if (refusal != null) {
      throw refusal;
    }
    listener.accept(task);
    told.add("completed " + steps.get(task) + " " + outcomes.getOrDefault(steps.get(task), "?"));
  }

  @Override
  public List<String> commenters(String route) {
    return commenters;
  }

  @Override
  public String outcome(String route, String step) {
    return outcomes.getOrDefault(step, "");
  }

  @Override
  public void status(String route, String status) {
    told.add("status " + status);
  }

  @Override
  public void close(String route) {
    told.add("close");
  }

  @Override
  public void ended(String route) {
    told.add("ended");
  }
}
