package org.chancery.acceptance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chancery.acceptance.host.Host;

/**
 * Makes what the suite asks of a host, where it is not there yet: the invented office's components
 * and people, with their groups. May be repeated.
 */
final class Preparation {
  private final Platform platform;
  private final Office office;

  Preparation(Platform platform, Office office) {
    this.platform = platform;
    this.office = office;
  }

  /** Makes groups and people. */
  void make() {
    for (JsonNode component : office.components()) {
      group("COMPONENT_" + component.path("code").asText(), component.path("name").asText());
    }
    for (JsonNode account : office.accounts()) {
      String user = account.path("user").asText();
      String component = account.path("component").asText();
      String role = account.path("role").asText();
      person(user, account.path("displayName").asText());
      String roleHere = "COMPONENT_" + component + "_" + role;
      group(roleHere, role + " " + component);
      group("ROLE_" + role, role);
      member("COMPONENT_" + component, "GROUP_" + roleHere, "GROUP");
      member("ROLE_" + role, "GROUP_" + roleHere, "GROUP");
      member(roleHere, user, "PERSON");
    }
  }

  private void person(String user, String name) {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("firstName", name.split(" ", 2)[0]);
    person.put("lastName", name.split(" ", 2)[1]);
    person.put("email", user + "@office.invalid");
    person.put("password", Host.passwordOf(user));
    if (platform.has("people/" + user)) {
      platform.change("people/" + user, person);
    } else {
      person.put("id", user);
      platform.make("people", person);
    }
  }

  private void group(String name, String label) {
    if (!platform.has("groups/GROUP_" + name)) {
      platform.make("groups", Map.of("id", name, "displayName", label));
    }
  }

  private void member(String group, String member, String kind) {
    platform.make("groups/GROUP_" + group + "/members", Map.of("id", member, "memberType", kind));
  }
}
