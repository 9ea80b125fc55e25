package org.chancery.acceptance.alfresco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A component's group brings the groups of its roles along, and its intake folder. */
@EnabledIfSystemProperty(named = "chancery.alfresco.url", matches = ".+")
class NewComponentTest {
  private final Platform admin = People.administrator();

  @Test
  void itsRolesAreThereWithIt() {
    String code = "T" + Tree.mark().toUpperCase(Locale.ROOT);
    admin
        .json(
            "POST",
            Platform.REST + "groups",
            "{'id':'COMPONENT_" + code + "','displayName':'A new component'}")
        .expect(201);
    for (String role : new String[] {"CLERK", "SUPERVISOR", "PRIVACY_OFFICER"}) {
      String group = "GROUP_COMPONENT_" + code + "_" + role;
      assertThat(containing(group)).contains("GROUP_COMPONENT_" + code, "GROUP_ROLE_" + role);
    }
    assertThat(
            admin
                .get(Platform.REST + "groups/GROUP_COMPONENT_" + code)
                .json()
                .path("entry")
                .path("displayName")
                .asText())
        .isEqualTo("A new component");
  }

  @Test
  void itsMailIsItsOwnAtOnce() {
    String code = "T" + Tree.mark().toUpperCase(Locale.ROOT);
    admin
        .json(
            "POST",
            Platform.REST + "groups",
            "{'id':'COMPONENT_" + code + "','displayName':'Another'}")
        .expect(201);
    Platform clerk = new People(admin).somebody("COMPONENT_" + code + "_CLERK").clients();
    String item =
        admin
            .upload(
                Platform.OURS + "documents", Map.of("component", code), "letter.txt", "Dear Sirs")
            .expect(201)
            .json()
            .path("id")
            .asText();
    assertThat(clerk.get(Platform.OURS + "intake/" + item).expect(200).text())
        .doesNotContain("unknown-component");
  }

  private List<String> containing(String group) {
    List<String> parents = new ArrayList<>();
    admin
        .get(Platform.REST + "groups/" + group + "?include=parentIds")
        .expect(200)
        .json()
        .path("entry")
        .path("parentIds")
        .forEach(each -> parents.add(each.asText()));
    return parents;
  }
}
