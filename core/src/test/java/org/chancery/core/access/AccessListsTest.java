package org.chancery.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Permission;
import org.junit.jupiter.api.Test;

class AccessListsTest {

  private static boolean may(AccessList list, Permission permission, Account account) {
    Caller caller = account.caller();
    return list.grants().stream()
        .filter(grant -> caller.authorities().contains(grant.authority()))
        .anyMatch(grant -> grant.role().permissions().contains(permission));
  }

  private static Account in(String component, Role role) {
    return new Account(
        "u",
        "U",
        Set.of(component),
        Set.of(new Account.Assignment(role, Optional.of(component))),
        false);
  }

  @Test
  void anIntakeFolderIsForItsOwnDeskAndTheSecretariats() {
    AccessList list = AccessLists.ofIntakeFolder(Optional.of("OPA"));
    assertThat(may(list, Permission.DELETE, in("OPA", Role.CLERK))).isTrue();
    assertThat(may(list, Permission.DELETE, in("EXECSEC", Role.CLERK))).isTrue();
    assertThat(may(list, Permission.READ, in("OPA", Role.DRAFTER))).isFalse();
    assertThat(may(list, Permission.READ, in("CBP", Role.CLERK))).isFalse();
    assertThat(list.inherits()).isFalse();
  }

  @Test
  void theMailroomIsTheSecretariatsAlone() {
    AccessList list = AccessLists.ofIntakeFolder(Optional.empty());
    assertThat(may(list, Permission.WRITE, in("EXECSEC", Role.CLERK))).isTrue();
    assertThat(may(list, Permission.READ, in("OPA", Role.CLERK))).isFalse();
  }

  @Test
  void aCaseFileIsForTheComponentsItIsAssignedTo() {
    AccessList list = AccessLists.ofCaseFile(List.of("OPA", "CBP"));
    assertThat(may(list, Permission.WRITE, in("OPA", Role.DRAFTER))).isTrue();
    assertThat(may(list, Permission.CHANGE_PERMISSIONS, in("OPA", Role.DRAFTER))).isFalse();
    assertThat(may(list, Permission.CHANGE_PERMISSIONS, in("CBP", Role.SUPERVISOR))).isTrue();
    assertThat(may(list, Permission.READ, in("TSA", Role.SUPERVISOR))).isFalse();
    assertThat(may(list, Permission.READ, in("TSA", Role.EXECUTIVE_SECRETARY))).isTrue();
  }

  @Test
  void aCaseFolderIsReadableByThoseWhoMayReadOneOfItsFiles() {
    AccessList locked = new AccessList(false, Set.of(new Grant("someone", Grant.Role.COORDINATOR)));
    AccessList folder =
        AccessLists.ofCaseFolder(
            List.of(AccessLists.ofCaseFile(List.of("OPA")), locked), List.of());
    assertThat(may(folder, Permission.READ, in("OPA", Role.DRAFTER))).isTrue();
    assertThat(may(folder, Permission.WRITE, in("OPA", Role.DRAFTER))).isFalse();
    assertThat(folder.grants()).contains(new Grant("someone", Grant.Role.READER));
    assertThat(may(folder, Permission.READ, in("CBP", Role.DRAFTER))).isFalse();
  }

  @Test
  void onlyWhoWatchesOverTheSystemReadsTheLedger() {
    assertThat(Role.values())
        .filteredOn(role -> Capability.of(role).contains(Capability.READ_LEDGER))
        .containsExactly(Role.ISSO, Role.ADMINISTRATOR);
    assertThat(Capability.of(Role.REVIEWER)).doesNotContain(Capability.PROCESS_INTAKE);
  }
}
