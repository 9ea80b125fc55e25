package org.chancery.core.routing;

import java.util.Date;
import java.util.List;

/**
 * All that a routing template can call; both hosts expose it as {@value ProcessEngine#BEAN}. THE
 * list: {@link TemplateCheck} accepts a call of these methods and of nothing else.
 *
 * <p>{@code route} is the id of the route's node, {@code task} the engine's id of a task, {@code
 * step} the id of the task's element. Dates and people are the domain's own; what is returned to
 * the engine only feeds task lists of the host's own. Every method throws when there is no such
 * route, and thereby undoes the transaction in progress.
 */
public interface RoutingBean {

  /**
   * Who may take a task: {@code activiti:candidateGroups}.
   *
   * @param role a role's name, such as {@code REVIEWER}
   * @return authorities parted by commas: who was named for the role when the route was started,
   *     else those who hold it in the leading component
   */
  String candidates(String route, String role);

  /**
   * When a task is due: {@code activiti:dueDate}.
   *
   * @param businessDays from today on
   */
  Date due(String route, long businessDays);

  /**
   * A task was created: listener {@code create}. Makes the tasking, for the candidates and the
   * suspense that the template names at that step.
   *
   * @param access {@code view}, {@code comment} or {@code edit}: what it lets the assignee do
   */
  void tasked(String route, String task, String step, String access);

  /**
   * The same for one of several who are asked at once.
   *
   * @param commenter an authority
   */
  void taskedTo(String route, String task, String step, String access, String commenter);

  /**
   * A task is completed: listener {@code complete}. Makes sure that its tasking is done; one that
   * was completed in a task list of the host's own is completed now, by the same rules.
   */
  void completed(String route, String task);

  /** Whom to ask for comments, as authorities: collection of a multi-instance. */
  List<String> commenters(String route);

  /** How the last tasking at a step ended: condition of a flow. */
  String outcome(String route, String step);

  /** Sets the case file's status: service task. */
  void status(String route, String status);

  /** Closes the case file: service task. */
  void close(String route);

  /** The process has come to its end: listener {@code end} of the process. */
  void ended(String route);
}
