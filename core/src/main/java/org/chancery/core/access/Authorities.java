package org.chancery.core.access;

import java.util.List;
import org.chancery.core.repository.Caller;

/** How groups are named, once for both hosts. */
public final class Authorities {

  /** Those who run the system. */
  public static final String ADMINISTRATORS = "GROUP_ADMINISTRATORS";

  private static final int MOST = 200;

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

  /** Whether there is an account or group of that name, on this host, now. */
  public static boolean known(Accounts accounts, String name) {
    List<Role> roles = List.of(Role.values());
    return name.equals(Caller.EVERYONE)
        || name.equals(ADMINISTRATORS)
        || roles.stream().anyMatch(role -> name.equals(role(role)))
        || accounts.find(name).isPresent()
        || accounts.components().stream()
            .map(Component::code)
            .anyMatch(
                code ->
                    name.equals(component(code))
                        || roles.stream().anyMatch(role -> name.equals(roleIn(code, role))))
        || accounts.search(name, MOST).stream().anyMatch(each -> each.name().equals(name));
  }
}
