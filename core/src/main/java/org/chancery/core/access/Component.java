package org.chancery.core.access;

/**
 * A part of the department.
 *
 * @param code short and stable, an upper-case letter, then letters, digits and hyphens; part of
 *     group names and of the watched folder's sub-folder names
 * @param name what people read
 */
public record Component(String code, String name) {

  /** The Executive Secretariat's code. */
  public static final String EXECSEC = "EXECSEC";

  /** Refuses codes that cannot be part of a group's name. */
  public Component {
    if (!code.matches("[A-Z][A-Z0-9-]{0,19}")) {
      throw new IllegalArgumentException("Not a component code: '" + code + "'");
    }
  }
}
