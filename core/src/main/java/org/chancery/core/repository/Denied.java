package org.chancery.core.repository;

/** The caller may see the node, but not do this to it. */
public final class Denied extends RepositoryException {
  private static final long serialVersionUID = 1L;

  /** Says what was refused, in words for the person who tried. */
  public Denied(String message) {
    super(message);
  }

  /** The refusal of one thing to do with an item that the caller may see. */
  public static Denied of(Permission permission, String name) {
    String what =
        switch (permission) {
          case READ -> "read it";
          case WRITE -> "change it";
          case ADD_CHILD -> "add anything to it";
          case DELETE -> "delete or move it";
          case CHANGE_PERMISSIONS -> "change who may use it";
        };
    return new Denied("You may see '" + name + "', but not " + what + "; ask its owner.");
  }
}
