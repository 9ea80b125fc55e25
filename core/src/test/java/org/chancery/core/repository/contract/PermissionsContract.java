package org.chancery.core.repository.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Grant.Role;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.junit.jupiter.api.Test;

/** What {@link Permissions} promises. */
public abstract class PermissionsContract extends RepositoryContract {

  @Test
  void eachRoleAllowsWhatItSays() {
    NodeId id = document(folder(home, "folder"), "letter");
    Map<Caller, Role> roles =
        Map.of(
            KEEPER, Role.COORDINATOR,
            EDITOR, Role.EDITOR,
            CONTRIBUTOR, Role.CONTRIBUTOR,
            READER, Role.READER);
    for (Permission permission : Permission.values()) {
      roles.forEach(
          (caller, role) ->
              assertThat(permissions.allowed(caller, id, permission))
                  .as("%s %s", caller.user(), permission)
                  .isEqualTo(role.permissions().contains(permission)));
      assertThat(permissions.allowed(STRANGER, id, permission)).isFalse();
      assertThat(permissions.allowed(SYSTEM, id, permission)).isTrue();
      assertThat(permissions.allowed(SYSTEM, NodeId.random(), permission)).isFalse();
    }
  }

  @Test
  void grantsAreInheritedAndAddedTo() {
    NodeId folder = folder(home, "folder");
    NodeId letter = document(folder, "letter");
    Grant more = new Grant("stranger", Role.READER);
    write(() -> permissions.set(KEEPER, folder, new AccessList(true, Set.of(more))));
    assertThat(permissions.allowed(STRANGER, letter, Permission.READ)).isTrue();
    assertThat(permissions.allowed(EDITOR, letter, Permission.WRITE)).isTrue();
    Set<Grant> all = new HashSet<>(GRANTS);
    all.add(more);
    assertThat(permissions.effective(READER, letter)).isEqualTo(all);
    assertThat(permissions.get(READER, letter)).isEqualTo(AccessList.inherited());
    assertThat(permissions.get(READER, folder)).isEqualTo(new AccessList(true, Set.of(more)));
  }

  @Test
  void brokenInheritanceStopsEveryGrantFromAbove() {
    NodeId folder = folder(home, "folder");
    NodeId letter = document(folder, "letter");
    Grant only = new Grant("GROUP_EDITORS", Role.READER);
    write(() -> permissions.set(KEEPER, folder, new AccessList(false, Set.of(only))));
    assertThat(permissions.effective(EDITOR, letter)).containsExactly(only);
    assertThat(permissions.allowed(EDITOR, letter, Permission.WRITE)).isFalse();
    assertThat(permissions.allowed(KEEPER, letter, Permission.READ)).isFalse();
    assertThat(nodes.find(READER, letter)).isEmpty();
  }

  @Test
  void aGrantBelowALockOpensOnlyWhatLiesThere() {
    NodeId locked = folder(home, "locked");
    NodeId open = folder(locked, "open");
    NodeId letter = document(open, "letter");
    lock(locked);
    write(
        () ->
            permissions.set(
                SYSTEM, open, new AccessList(true, Set.of(new Grant("reader", Role.READER)))));
    assertThat(nodes.find(READER, letter)).isPresent();
    assertThat(nodes.find(READER, locked)).isEmpty();
    assertThat(nodes.child(READER, home, "locked")).isEmpty();
  }

  @Test
  void theStrongestOfSeveralGrantsCounts() {
    NodeId id = folder(home, "folder");
    Caller both = person("both", "GROUP_READERS", "GROUP_EDITORS");
    assertThat(permissions.allowed(both, id, Permission.WRITE)).isTrue();
    lock(id, new Grant("both", Role.READER), new Grant("both", Role.CONTRIBUTOR));
    assertThat(permissions.allowed(both, id, Permission.ADD_CHILD)).isTrue();
    assertThat(permissions.allowed(both, id, Permission.WRITE)).isFalse();
  }

  @Test
  void changingPermissionsNeedsLeave() {
    NodeId id = folder(home, "folder");
    assertThatThrownBy(() -> write(() -> permissions.set(EDITOR, id, AccessList.inherited())))
        .isInstanceOf(Denied.class);
    assertThatThrownBy(() -> write(() -> permissions.set(STRANGER, id, AccessList.inherited())))
        .isInstanceOf(NotFound.class)
        .hasMessage(new NotFound(id).getMessage());
    assertThatThrownBy(() -> permissions.effective(STRANGER, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> permissions.get(STRANGER, id)).isInstanceOf(NotFound.class);
  }

  @Test
  void settingReplaces() {
    NodeId id = folder(home, "folder");
    lock(id, new Grant("reader", Role.READER));
    write(() -> permissions.set(SYSTEM, id, AccessList.inherited()));
    assertThat(permissions.get(SYSTEM, id)).isEqualTo(AccessList.inherited());
    assertThat(permissions.allowed(KEEPER, id, Permission.CHANGE_PERMISSIONS)).isTrue();
  }

  @Test
  void aLockThatRollsBackLocksNothing() {
    NodeId id = folder(home, "folder");
    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      permissions.set(SYSTEM, id, new AccessList(false, Set.of()));
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(nodes.find(READER, id)).isPresent();
  }

  @Test
  void aLockOfTenThousandHoldsAtOnceOnEveryPath() {
    NodeId top = folder(home, "top");
    List<NodeId> folders = new ArrayList<>();
    List<NodeId> leaves = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int number = i;
      write(
          () -> {
            NodeId folder =
                nodes.create(SYSTEM, NewNode.of(top, FOLDER, "f" + number, Map.of())).id();
            folders.add(folder);
            for (int leaf = 0; leaf < 100; leaf++) {
              leaves.add(
                  nodes.create(SYSTEM, NewNode.of(folder, FOLDER, "n" + leaf, Map.of())).id());
            }
          });
    }
    assertThat(nodes.find(READER, leaves.get(9_999))).isPresent();
    lock(top);
    for (int i = 0; i < leaves.size(); i += 499) {
      NodeId leaf = leaves.get(i);
      assertThat(nodes.find(READER, leaf)).isEmpty();
      assertThat(permissions.allowed(READER, leaf, Permission.READ)).isFalse();
    }
    for (NodeId folder : folders) {
      assertThatThrownBy(() -> nodes.children(READER, folder, Optional.empty(), 10))
          .isInstanceOf(NotFound.class);
    }
    assertThat(nodes.children(READER, home, Optional.empty(), 10).items()).isEmpty();
    assertThat(nodes.child(READER, top, "f1")).isEmpty();
    assertThat(feed.maskedFor(READER)).contains(top);
    assertThat(feed.maskedFor(SYSTEM)).doesNotContain(top);
    write(() -> permissions.set(SYSTEM, top, AccessList.inherited()));
    assertThat(nodes.find(READER, leaves.get(5_000))).isPresent();
  }

  @Test
  void deletingNeedsLeaveForEverythingThatGoes() {
    NodeId folder = folder(home, "folder");
    NodeId locked = folder(folder(folder, "middle"), "locked");
    lock(locked, new Grant("GROUP_KEEPERS", Role.COORDINATOR));
    assertThatThrownBy(() -> write(() -> nodes.delete(EDITOR, folder, Optional.empty())))
        .isInstanceOf(Denied.class);
    assertThat(nodes.find(SYSTEM, locked)).isPresent();
    write(() -> nodes.delete(KEEPER, folder, Optional.empty()));
    assertThat(nodes.find(SYSTEM, locked)).isEmpty();
  }
}
