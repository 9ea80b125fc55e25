package org.chancery.alfresco.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Account;
import org.chancery.core.access.Account.Assignment;
import org.chancery.core.access.Role;
import org.junit.jupiter.api.Test;

class GroupNamesTest {

  @Test
  void aRoleInAComponentMakesAMemberOfTheComponent() {
    Set<String> groups =
        Set.of("GROUP_COMPONENT_FEMA_CLERK", "GROUP_COMPONENT_FEMA", "GROUP_ROLE_CLERK");

    assertThat(GroupNames.components(groups)).containsExactly("FEMA");
    assertThat(GroupNames.assignments(groups))
        .containsExactly(new Assignment(Role.CLERK, Optional.of("FEMA")));
  }

  @Test
  void aRoleThatComesFromNoComponentIsHeldEverywhere() {
    assertThat(GroupNames.assignments(Set.of("GROUP_ROLE_ISSO")))
        .containsExactly(new Assignment(Role.ISSO, Optional.empty()));
  }

  @Test
  void roleNamesWithUnderscoresAreTakenWhole() {
    assertThat(GroupNames.assignments(Set.of("GROUP_COMPONENT_A-1_COMPONENT_REPRESENTATIVE")))
        .containsExactly(new Assignment(Role.COMPONENT_REPRESENTATIVE, Optional.of("A-1")));
  }

  @Test
  void otherGroupsSayNothing() {
    Set<String> others =
        Set.of(
            "GROUP_site_office",
            "GROUP_COMPONENT_fema",
            "GROUP_COMPONENT_FEMA_JANITOR",
            "GROUP_ROLE_JANITOR",
            "GROUP_EVERYONE");

    assertThat(GroupNames.components(others)).isEmpty();
    assertThat(GroupNames.assignments(others)).isEmpty();
  }

  @Test
  void onlyTheGroupOfTheWholeComponentNamesIt() {
    assertThat(GroupNames.component("GROUP_COMPONENT_FEMA")).contains("FEMA");
    assertThat(GroupNames.component("GROUP_COMPONENT_FEMA_CLERK")).isEmpty();
    assertThat(GroupNames.component("GROUP_ROLE_CLERK")).isEmpty();
  }

  /** What the platform says somebody belongs to is what the domain works out again. */
  @Test
  void anAccountActsWithTheGroupsItBelongsTo() {
    Set<String> groups =
        Set.of("GROUP_COMPONENT_FEMA_CLERK", "GROUP_COMPONENT_FEMA", "GROUP_ROLE_CLERK", "GROUP_x");
    Account account =
        new Account(
            "anna",
            "Anna",
            GroupNames.components(groups),
            GroupNames.assignments(groups),
            false,
            groups);

    assertThat(account.caller().authorities())
        .containsExactlyInAnyOrder(
            "anna",
            "GROUP_EVERYONE",
            "GROUP_COMPONENT_FEMA_CLERK",
            "GROUP_COMPONENT_FEMA",
            "GROUP_ROLE_CLERK",
            "GROUP_x");
  }
}
