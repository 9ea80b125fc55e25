package org.chancery.core.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Capability;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.stakeholders.Acquaintances;
import org.chancery.core.stakeholders.Affiliations;
import org.chancery.core.stakeholders.Fields;
import org.chancery.core.stakeholders.Lookalikes;
import org.chancery.core.stakeholders.NewOrganization;
import org.chancery.core.stakeholders.Organization;
import org.chancery.core.stakeholders.Organizations;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;

/** Organizations: entered, shown, corrected; who belongs to them. */
final class OrganizationRoutes {
  private final Stakeholders stakeholders;
  private final Organizations organizations;
  private final StakeholderJson json;

  private final Lookalikes lookalikes;
  private final RightsRoutes rights;

  OrganizationRoutes(
      Stakeholders stakeholders, Lookalikes lookalikes, RightsRoutes rights, StakeholderJson json) {
    this.lookalikes = lookalikes;
    this.rights = rights;
    this.stakeholders = stakeholders;
    this.organizations = stakeholders.organizations();
    this.json = json;
  }

  /** An organization, as openapi.yaml says. */
  record Body(
      NodeId id,
      long revision,
      String name,
      Map<String, Object> organization,
      Optional<StakeholderJson.Named> partOf,
      List<StakeholderJson.Named> parts,
      List<StakeholderJson.IssueName> issues,
      StakeholderJson.Owner owner,
      List<StakeholderJson.Known> knownBy,
      Optional<LocalDate> lastContact,
      int contacts,
      List<StakeholderJson.Promise> openFollowUps,
      int people,
      List<StakeholderJson.Named> documents,
      Optional<StakeholderJson.Verified> verified,
      Optional<RightsRoutes.DoNotContactBody> doNotContact,
      Optional<LocalDate> expires,
      Optional<RightsRoutes.ExpiryBody> expiry,
      List<String> allowed) {}

  /** Body of {@link #create}. */
  record NewBody(
      Map<String, Object> organization,
      Optional<List<String>> issues,
      Optional<NodeId> partOf,
      Optional<String> component,
      Optional<Boolean> confirmed) {}

  /** Looks for those it may be before the transaction begins, as searches must. */
  Handler.Work create(Exchange exchange) {
    NewBody body = exchange.json(NewBody.class);
    if (body.organization() == null) {
      throw new Invalid(Map.of("organization", "is missing"));
    }
    NewOrganization wanted =
        new NewOrganization(
            Fields.OF_ORGANIZATION.read(body.organization()),
            body.issues().orElse(List.of()),
            body.partOf(),
            body.component());
    Lookalikes.Found found =
        body.confirmed().orElse(false)
            ? Lookalikes.Found.NOBODY
            : lookalikes.of(exchange.caller(), wanted);
    return new Handler.Work(
        exchange.hash(),
        () -> {
          if (!found.shown().isEmpty()) {
            throw PersonRoutes.possibleDuplicates(found, "another one");
          }
          return shown(exchange, 201, organizations.create(exchange.actor(), wanted).id());
        });
  }

  Response get(Exchange exchange) {
    return shown(exchange, 200, id(exchange));
  }

  /** Body of {@link #put}; an empty text in place of the larger one is none. */
  record Change(
      Optional<Map<String, Object>> organization,
      Optional<List<String>> issues,
      Optional<String> partOf) {}

  Response put(Exchange exchange) {
    long revision = exchange.ifMatch();
    Change change = exchange.json(Change.class);
    NodeId id = id(exchange);
    organizations.get(exchange.caller(), id);
    change
        .partOf()
        .ifPresent(
            larger ->
                organizations.partOf(
                    exchange.caller(),
                    id,
                    Optional.of(larger).filter(text -> !text.isBlank()).map(Exchange::idOf)));
    organizations.correct(
        exchange.actor(),
        id,
        revision,
        Fields.OF_ORGANIZATION.read(change.organization().orElse(Map.of())),
        change.issues());
    return shown(exchange, 200, id);
  }

  /** Those who belong to it. */
  record MemberList(List<Member> items) {}

  /** One of them. */
  record Member(
      NodeId id,
      String name,
      Optional<String> role,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      boolean current,
      Optional<LocalDate> lastContact) {
    static Member of(Affiliations.Member each, LocalDate today) {
      return new Member(
          each.person().id(),
          Title.of(each.person()),
          each.affiliation().role(),
          each.affiliation().from(),
          each.affiliation().to(),
          each.affiliation().current(today),
          each.person().date(Stk.LAST_CONTACT));
    }
  }

  Response people(Exchange exchange) {
    Node node = organizations.get(exchange.caller(), id(exchange));
    LocalDate today = json.today();
    return Response.json(
        200,
        new MemberList(
            stakeholders.affiliations().members(node).stream()
                .map(each -> Member.of(each, today))
                .sorted(
                    Comparator.comparing((Member each) -> !each.current())
                        .thenComparing(Member::name))
                .toList()));
  }

  private static NodeId id(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("organization"));
    exchange.about(id);
    return id;
  }

  private Response shown(Exchange exchange, int status, NodeId id) {
    exchange.about(id);
    Node node = organizations.get(exchange.caller(), id);
    return Response.json(status, body(exchange, node)).withRevision(node.revision());
  }

  private Body body(Exchange exchange, Node node) {
    Caller caller = exchange.caller();
    StakeholderJson.Of labels = json.ofOneAnswer();
    Acquaintances.Of known = stakeholders.acquaintances().of(node);
    boolean keeps = exchange.account().capabilities().contains(Capability.KEEP_STAKEHOLDERS);
    List<String> allowed = new ArrayList<>(StakeholderJson.allowed(caller, node, keeps, false));
    allowed.addAll(rights.allowed(caller, keeps, node));
    Optional<RightsRoutes.ExpiryBody> expiry = rights.expiry(node);
    return new Body(
        node.id(),
        node.revision(),
        Title.of(node),
        Fields.OF_ORGANIZATION.of(node),
        organizations.larger(node.id()).map(OrganizationRoutes::named),
        organizations.parts(node.id()).stream().map(OrganizationRoutes::named).toList(),
        StakeholderJson.IssueName.of(organizations.issues(node.id())),
        labels.owner(node),
        labels.known(known.knownBy()),
        node.date(Stk.LAST_CONTACT),
        (Integer) node.properties().getOrDefault(Stk.CONTACTS, 0),
        labels.promises(known.promises()),
        organizations.people(node.id()),
        json.documents(caller, node.id()),
        labels.verified(node),
        RightsRoutes.DoNotContactBody.of(node, json.today(), labels),
        expiry.flatMap(RightsRoutes.ExpiryBody::deletion),
        expiry,
        allowed);
  }

  private static StakeholderJson.Named named(Organization organization) {
    return new StakeholderJson.Named(organization.id(), organization.name());
  }
}
