package org.chancery.alfresco.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Component;
import org.chancery.core.access.Role;

/**
 * The groups that access lists name. A role's group contains the groups of that role in each
 * component, and a component's group those of its own roles, so that whoever is put into one group,
 * in whichever client, has all that follows from it.
 */
public final class OfficeGroups {
  /** What the Executive Secretariat is called where nobody named it. */
  static final String SECRETARIAT = "Executive Secretariat";

  private static final String PREFIX = "GROUP_";
  private static final String PLATFORM_ADMINISTRATORS = "GROUP_ALFRESCO_ADMINISTRATORS";

  private final AuthorityService authorities;
  private final RetryingTransactionHelper transactions;

  /**
   * On the platform's inner services.
   *
   * @param authorities bean {@code authorityService}
   * @param transactions bean {@code retryingTransactionHelper}
   */
  public OfficeGroups(AuthorityService authorities, RetryingTransactionHelper transactions) {
    this.authorities = authorities;
    this.transactions = transactions;
  }

  /** Makes what is missing, for each of the components; changes nothing that is there. */
  public void make(List<Component> components) {
    AuthenticationUtil.runAs(
        () ->
            transactions.doInTransaction(
                () -> {
                  makeAll(components);
                  return null;
                },
                false,
                true),
        AuthenticationUtil.getSystemUserName());
  }

  /** Makes what is missing for a component, in the transaction in progress. */
  void complete(Component component) {
    AuthenticationUtil.runAs(
        () -> {
          makeFor(component);
          return null;
        },
        AuthenticationUtil.getSystemUserName());
  }

  private void makeAll(List<Component> components) {
    group(GroupNames.PROGRAMS, "Programs (Chancery)");
    group(Authorities.ADMINISTRATORS, "Administrators (Chancery)");
    for (Role role : Role.values()) {
      group(Authorities.role(role), role.label() + " (all components)");
    }
    contain(Authorities.ADMINISTRATORS, Authorities.role(Role.ADMINISTRATOR));
    if (authorities.authorityExists(PLATFORM_ADMINISTRATORS)) {
      contain(Authorities.ADMINISTRATORS, PLATFORM_ADMINISTRATORS);
    }
    components.forEach(this::makeFor);
  }

  private void makeFor(Component component) {
    String whole = Authorities.component(component.code());
    group(whole, component.name());
    for (Role role : Role.values()) {
      String part = Authorities.roleIn(component.code(), role);
      group(Authorities.role(role), role.label() + " (all components)");
      group(part, role.label() + " · " + component.code());
      contain(whole, part);
      contain(Authorities.role(role), part);
    }
  }

  private void group(String name, String label) {
    if (!authorities.authorityExists(name)) {
      authorities.createAuthority(
          AuthorityType.GROUP,
          name.substring(PREFIX.length()),
          label,
          new HashSet<>(authorities.getDefaultZones()));
    }
  }

  private void contain(String group, String member) {
    Set<String> members = authorities.getContainedAuthorities(AuthorityType.GROUP, group, true);
    if (!members.contains(member)) {
      authorities.addAuthority(group, member);
    }
  }
}
