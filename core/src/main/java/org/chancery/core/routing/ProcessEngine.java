package org.chancery.core.routing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Page;

/**
 * The host's BPMN engine. It owns nothing but the next step: who does what by when is the domain's
 * (design § 7). Its variables hold ids and short codes, never what people write.
 *
 * <p>Every method joins the transaction in progress: what the engine did and what the domain did
 * because of it are kept together or not at all. While it starts or goes on with a process, the
 * engine calls the {@link RoutingBean} on the calling thread.
 *
 * <p>An element's id is the same in the template, in {@link OpenTask#step} and in {@link Standing}.
 */
public interface ProcessEngine {

  /** The name by which templates call the {@link RoutingBean}. */
  String BEAN = "chancery";

  /** The variable that holds the id of the route's node. */
  String ROUTE = "route";

  /** The variable that holds the id of the case file. */
  String CASE_FILE = "caseFile";

  /**
   * Hands over what templates call by the name {@value #BEAN}, the only name they can reach. Called
   * once, before anything else.
   */
  void serve(RoutingBean bean);

  /**
   * Deploys a template, which the caller has checked, as the next version of its key. Processes
   * under way stay with the version they were started with.
   *
   * @param bpmn the file's bytes, with one executable process
   * @param by the account that deploys it; {@code system} for the shipped ones
   */
  Deployed deploy(byte[] bpmn, String by);

  /** The newest version of each template, by key. */
  List<Deployed> templates();

  /** Every version of a template, the newest first; empty when there is none of that key. */
  List<Deployed> versions(String key);

  /** The bytes that were deployed as that version. */
  Optional<byte[]> source(String key, int version);

  /**
   * Starts a process and lets it run to its first tasks.
   *
   * @param variables all that the template's expressions ask for: {@link #ROUTE} and {@link
   *     #CASE_FILE}
   * @return its id
   * @throws IllegalArgumentException when there is no such version
   */
  String start(String key, int version, Map<String, String> variables);

  /**
   * Ends a task, whose outcome the domain has recorded, and lets its process run on to the next
   * ones or to its end.
   *
   * @throws IllegalArgumentException when there is no such open task
   */
  void complete(String task);

  /**
   * Tells who has a task now and until when, for task lists of the host's own. Changes nothing
   * else. Not called from within the {@link RoutingBean}.
   *
   * @param assignee the authority it was given to
   * @param claimedBy who of a group took it
   */
  void show(String task, String assignee, Optional<String> claimedBy, LocalDate due);

  /** Ends a process with all its tasks. Nothing happens when it has ended. */
  void cancel(String process);

  /**
   * Ends a process, when it has not ended, and deletes all that the engine keeps of it: variables,
   * history, comments. Nothing happens when there is nothing.
   */
  void forget(String process);

  /** The open tasks of a process; none when it has ended or never was. */
  List<OpenTask> openTasks(String process);

  /**
   * All open tasks of all processes, by id.
   *
   * @param cursor from the page before
   * @param limit 1 to 1000
   */
  Page<OpenTask> openTasks(Optional<String> cursor, int limit);

  /** Where a process is and has been; also of one that has ended. */
  Standing standing(String process);

  /**
   * What somebody answered in a task list of the host's own, while the engine tells the {@link
   * RoutingBean} that the task is completed; empty when the domain completes it.
   */
  Optional<Answer> answer(String task);

  /**
   * A version of a template, as it was deployed.
   *
   * @param key the process' id
   * @param version from 1
   * @param by as handed to {@link #deploy}
   * @param at UTC
   */
  record Deployed(String key, int version, String by, Instant at) {}

  /**
   * A task that waits to be completed.
   *
   * @param id the engine's
   * @param process the engine's
   * @param step id of the element
   */
  record OpenTask(String id, String process, String step) {}

  /**
   * Where a process is.
   *
   * @param active ids of the elements it waits at
   * @param visited ids of all elements and flows it has been at, those it waits at included; flows
   *     only where the engine knows them
   * @param ended whether it has come to an end or was cancelled
   */
  record Standing(Set<String> active, Set<String> visited, boolean ended) {

    /** Copies the sets. */
    public Standing {
      active = Set.copyOf(active);
      visited = Set.copyOf(visited);
    }
  }

  /**
   * What somebody answered outside.
   *
   * @param user the account
   * @param outcome a value of the form's outcome property
   * @param comment what was said with it
   */
  record Answer(String user, String outcome, Optional<String> comment) {}
}
