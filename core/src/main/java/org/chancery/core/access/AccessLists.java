package org.chancery.core.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;

/**
 * Who may do what by default (requirement P15): the access lists of intake folders, case folders
 * and case files. All three break inheritance, so that what is granted above never opens them.
 */
public final class AccessLists {

  private AccessLists() {}

  /** Of a well-known folder that everyone may see into, such as that of all case folders. */
  public static AccessList ofCommonFolder() {
    return new AccessList(
        false,
        Set.of(
            new Grant(Caller.EVERYONE, Grant.Role.READER),
            new Grant(Authorities.ADMINISTRATORS, Grant.Role.COORDINATOR)));
  }

  /** Of a folder that all may fill, such as the document library. */
  public static AccessList ofSharedFolder() {
    return new AccessList(
        false,
        Set.of(
            new Grant(Caller.EVERYONE, Grant.Role.EDITOR),
            new Grant(Authorities.ADMINISTRATORS, Grant.Role.COORDINATOR)));
  }

  /** Of the holds: what they are for is told to those alone who place them. */
  public static AccessList ofHolds() {
    return new AccessList(
        false,
        Set.of(
            new Grant(Authorities.role(Role.RECORDS_OFFICER), Grant.Role.READER),
            new Grant(Authorities.ADMINISTRATORS, Grant.Role.READER)));
  }

  /** Of dispositions and of what stays of what was disposed of: those who decide on them read. */
  public static AccessList ofDispositions() {
    return new AccessList(
        false,
        Set.of(
            new Grant(Authorities.role(Role.RECORDS_OFFICER), Grant.Role.READER),
            new Grant(Authorities.role(Role.EXECUTIVE_SECRETARY), Grant.Role.READER),
            new Grant(Authorities.ADMINISTRATORS, Grant.Role.READER)));
  }

  /**
   * Of stakeholders: all read them and add documents; the rest is done by the domain, which keeps
   * what follows from it (requirement S13). Nobody but an administrator deletes them past it.
   */
  public static AccessList ofStakeholders() {
    return new AccessList(
        false,
        Set.of(
            new Grant(Caller.EVERYONE, Grant.Role.CONTRIBUTOR),
            new Grant(Authorities.ADMINISTRATORS, Grant.Role.COORDINATOR)));
  }

  /** Of folders of stakeholders' that nobody looks into but the system and administrators. */
  public static AccessList ofClosedFolder() {
    return new AccessList(false, Set.of(new Grant(Authorities.ADMINISTRATORS, Grant.Role.READER)));
  }

  /** Of what the system alone looks into: no search by anybody finds what lies there. */
  public static AccessList ofNobody() {
    return new AccessList(false, Set.of());
  }

  /**
   * Of a person's private numbers and addresses: those of the component that owns the person, and
   * the privacy officer (requirements S14, P5).
   */
  public static AccessList ofPrivateContact(Optional<String> component) {
    Set<Grant> grants = new LinkedHashSet<>();
    component.ifPresent(
        code -> grants.add(new Grant(Authorities.component(code), Grant.Role.EDITOR)));
    grants.add(new Grant(Authorities.role(Role.PRIVACY_OFFICER), Grant.Role.READER));
    grants.add(new Grant(Authorities.ADMINISTRATORS, Grant.Role.COORDINATOR));
    return new AccessList(false, grants);
  }

  /** Of a search or list that somebody keeps: theirs, and those of components it is shared with. */
  public static AccessList ofKeptSearch(String user, Collection<String> components) {
    Set<Grant> grants = new LinkedHashSet<>();
    grants.add(new Grant(user, Grant.Role.READER));
    components.forEach(
        code -> grants.add(new Grant(Authorities.component(code), Grant.Role.READER)));
    grants.add(new Grant(Authorities.ADMINISTRATORS, Grant.Role.COORDINATOR));
    return new AccessList(false, grants);
  }

  /** Of the letter templates: everyone writes with them, supervisors put them there. */
  public static AccessList ofLetterTemplates() {
    return new AccessList(
        false,
        Set.of(
            new Grant(Caller.EVERYONE, Grant.Role.READER),
            new Grant(Authorities.role(Role.SUPERVISOR), Grant.Role.EDITOR),
            new Grant(Authorities.role(Role.EXECUTIVE_SECRETARY), Grant.Role.EDITOR),
            new Grant(Authorities.ADMINISTRATORS, Grant.Role.COORDINATOR)));
  }

  /**
   * Of a component's intake folder: its own clerks and supervisors and the Executive Secretariat's.
   *
   * @param component empty for the mailroom, which is the Executive Secretariat's
   */
  public static AccessList ofIntakeFolder(Optional<String> component) {
    Set<Grant> grants = ofSecretariat(Grant.Role.EDITOR);
    component.ifPresent(code -> grants.addAll(desk(code)));
    grants.addAll(desk(Component.EXECSEC));
    return new AccessList(false, grants);
  }

  /** Of a case file: the components it is or was assigned to, and the Executive Secretariat. */
  public static AccessList ofCaseFile(Collection<String> components) {
    Set<Grant> grants = ofSecretariat(Grant.Role.COORDINATOR);
    for (String code : components) {
      grants.add(new Grant(Authorities.component(code), Grant.Role.EDITOR));
      grants.add(new Grant(Authorities.roleIn(code, Role.SUPERVISOR), Grant.Role.COORDINATOR));
      grants.add(
          new Grant(
              Authorities.roleIn(code, Role.COMPONENT_REPRESENTATIVE), Grant.Role.COORDINATOR));
    }
    return new AccessList(false, grants);
  }

  /**
   * Of a case folder: those who may read one of its files may read it, and the Executive
   * Secretariat.
   *
   * @param files the access lists of its case files
   * @param components of whoever opened it, who may see it while it has no file
   */
  public static AccessList ofCaseFolder(
      Collection<AccessList> files, Collection<String> components) {
    Set<Grant> grants = ofSecretariat(Grant.Role.COORDINATOR);
    for (String code : components) {
      grants.add(new Grant(Authorities.component(code), Grant.Role.EDITOR));
    }
    for (AccessList file : files) {
      for (Grant grant : file.grants()) {
        if (grants.stream().noneMatch(each -> each.authority().equals(grant.authority()))) {
          grants.add(new Grant(grant.authority(), Grant.Role.READER));
        }
      }
    }
    return new AccessList(false, grants);
  }

  private static Set<Grant> ofSecretariat(Grant.Role role) {
    Set<Grant> grants = new LinkedHashSet<>();
    grants.add(new Grant(Authorities.role(Role.EXECUTIVE_SECRETARY), role));
    grants.add(new Grant(Authorities.ADMINISTRATORS, Grant.Role.COORDINATOR));
    return grants;
  }

  private static Set<Grant> desk(String component) {
    return Set.of(
        new Grant(Authorities.roleIn(component, Role.CLERK), Grant.Role.EDITOR),
        new Grant(Authorities.roleIn(component, Role.SUPERVISOR), Grant.Role.EDITOR));
  }
}
