package org.chancery.core.routing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.TaskAccess;

/**
 * A routing template, as {@link TemplateCheck} read it.
 *
 * @param key the process' id
 * @param name what people read
 * @param description what it is for
 * @param steps its user tasks, in the order of the file
 * @param needs what a start asks for
 */
public record Template(
    String key, String name, String description, List<Step> steps, Set<Need> needs) {

  /** Copies the collections. */
  public Template {
    steps = List.copyOf(steps);
    needs = Set.copyOf(needs);
  }

  /** What a start of a route asks for, beside the date. */
  public enum Need {
    /** Who answers. */
    LEAD,
    /** Who reviews; those of the leading component when not named. */
    REVIEWER,
    /** Who signs; the Executive Secretariat when not named. */
    SIGNER,
    /** Who comments. */
    COMMENTERS
  }

  /**
   * A user task.
   *
   * @param id the element's
   * @param name what people read
   * @param form its task type, such as {@code cwf:reviewTask}
   * @param role who may take it; empty where each commenter gets one
   * @param days business days it may take
   * @param access what it lets the assignee do in the file
   */
  public record Step(
      String id, String name, String form, Optional<String> role, int days, TaskAccess access) {}

  /** The step of that id. */
  public Optional<Step> step(String id) {
    return steps.stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
