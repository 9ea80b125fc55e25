package org.chancery.core.access;

/** How groups are named, once for both hosts. */
public final class Authorities {

  /** Those who run the system. */
  public static final String ADMINISTRATORS = "GROUP_ADMINISTRATORS";

  private Authorities() {}

  /** All who belong to a component. */
  public static String component(String code) {
    return "GROUP_COMPONENT_" + code;
  }

  /** All who hold a role, wherever. */
  public static String role(Role role) {
    return "GROUP_ROLE_" + role;
  }

  /** Those who hold a role in a component. */
  public static String roleIn(String code, Role role) {
    return "GROUP_COMPONENT_" + code + "_" + role;
  }
}
