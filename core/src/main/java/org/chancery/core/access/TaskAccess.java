package org.chancery.core.access;

import java.util.Locale;
import java.util.Optional;
import org.chancery.core.repository.Grant;

/** What a tasking lets its assignee do in the case file until it ends (requirement C8). */
public enum TaskAccess {
  /** See it. */
  VIEW(Grant.Role.READER),
  /** See it and add to it. */
  COMMENT(Grant.Role.CONTRIBUTOR),
  /** Work on it. */
  EDIT(Grant.Role.EDITOR);

  private final Grant.Role role;

  TaskAccess(Grant.Role role) {
    this.role = role;
  }

  /** The role it gives on the case file. */
  public Grant.Role role() {
    return role;
  }

  /** As it is stored and written. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The access of that code; empty for another text. */
  public static Optional<TaskAccess> of(String code) {
    for (TaskAccess access : values()) {
      if (access.code().equals(code)) {
        return Optional.of(access);
      }
    }
    return Optional.empty();
  }
}
