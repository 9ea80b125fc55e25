package org.chancery.core.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.stakeholders.NewOrganization;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Stk;

/** The organizations that rows name: found, or entered where they are not there. */
final class Belonging {
  private final Stakeholders stakeholders;
  private final Actor actor;
  private final Optional<String> component;
  private final OrganizationNames known;

  Belonging(Nodes nodes, Stakeholders stakeholders, Actor actor, Optional<String> component) {
    this.stakeholders = stakeholders;
    this.actor = actor;
    this.component = component;
    this.known = new OrganizationNames(nodes);
  }

  /** Notes those that a lot has made, once its transaction has committed. */
  void made(Map<String, NodeId> organizations) {
    known.add(organizations);
  }

  /**
   * Enters the organizations that are not there yet.
   *
   * @param people the rows of each
   * @return for each of them which were entered for them
   */
  List<List<String>> enter(List<List<ImportedPerson>> people, LotInProgress lot) {
    Map<String, String> wanted = new LinkedHashMap<>();
    List<List<String>> firstNamed = new ArrayList<>();
    for (List<ImportedPerson> same : people) {
      List<String> names = new ArrayList<>();
      for (ImportedPerson each : same) {
        each.organization()
            .filter(name -> known.of(name).isEmpty())
            .filter(name -> wanted.putIfAbsent(OrganizationNames.plain(name), name) == null)
            .ifPresent(names::add);
      }
      firstNamed.add(names);
    }
    if (wanted.isEmpty()) {
      return firstNamed;
    }
    Map<String, NodeId> entered =
        stakeholders.newcomers().organizations(actor, component, wanted.values());
    entered.forEach((name, id) -> lot.organizations.put(OrganizationNames.plain(name), id));
    return firstNamed.stream()
        .map(names -> names.stream().map(name -> entered.get(name).value()).toList())
        .toList();
  }

  /** One there is, or that is entered now. */
  NodeId organization(String name, LotInProgress lot) {
    return known
        .of(name)
        .or(() -> Optional.ofNullable(lot.organizations.get(OrganizationNames.plain(name))))
        .orElseGet(
            () -> {
              NewOrganization wanted =
                  new NewOrganization(
                      Map.of(Stk.ORGANIZATION_NAME, name), List.of(), Optional.empty(), component);
              NodeId id = stakeholders.organizations().create(actor, wanted).id();
              lot.organizations.put(OrganizationNames.plain(name), id);
              return id;
            });
  }
}
