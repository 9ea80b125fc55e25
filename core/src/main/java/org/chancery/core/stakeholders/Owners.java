package org.chancery.core.stakeholders;

import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Role;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Stk;

/** Who answers for an entry, and so who may delete it or hand it over (requirement S10). */
public final class Owners {
  private static final Set<Role> FOR_COMPONENT =
      Set.of(Role.SUPERVISOR, Role.COMPONENT_REPRESENTATIVE);

  private Owners() {}

  /**
   * Whether the caller is the owner, or stands in for them: a supervisor or the representative of
   * the owning component, or an administrator.
   */
  public static boolean answers(Caller caller, Node node) {
    boolean own = node.text(Stk.OWNER_USER).filter(caller.user()::equals).isPresent();
    Optional<String> component = node.text(Stk.OWNER_COMPONENT);
    return own
        || caller.system()
        || caller.authorities().contains(Authorities.ADMINISTRATORS)
        || component
            .filter(
                code ->
                    FOR_COMPONENT.stream()
                        .anyMatch(
                            role -> caller.authorities().contains(Authorities.roleIn(code, role))))
            .isPresent();
  }
}
