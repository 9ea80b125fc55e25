package org.chancery.core.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Capability;
import org.chancery.core.cards.BusinessCards;
import org.chancery.core.mail.Notices;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.stakeholders.Acquaintances;
import org.chancery.core.stakeholders.Affiliation;
import org.chancery.core.stakeholders.Fields;
import org.chancery.core.stakeholders.Lookalikes;
import org.chancery.core.stakeholders.NewAffiliation;
import org.chancery.core.stakeholders.NewPerson;
import org.chancery.core.stakeholders.Relation;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;

/** People: entered, shown, corrected; where they belong and whom they work with. */
final class PersonRoutes {
  private final Stakeholders stakeholders;
  private final Lookalikes lookalikes;
  private final Notices notices;
  private final BusinessCards cards;
  private final RightsRoutes rights;
  private final StakeholderJson json;

  PersonRoutes(
      Stakeholders stakeholders,
      Lookalikes lookalikes,
      Notices notices,
      BusinessCards cards,
      RightsRoutes rights,
      StakeholderJson json) {
    this.cards = cards;
    this.stakeholders = stakeholders;
    this.lookalikes = lookalikes;
    this.notices = notices;
    this.rights = rights;
    this.json = json;
  }

  /** Where somebody belongs, as openapi.yaml says. */
  record AffiliationBody(
      NodeId id,
      StakeholderJson.Named organization,
      Optional<String> role,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      boolean current) {
    static AffiliationBody of(Affiliation each, LocalDate today) {
      return new AffiliationBody(
          each.id(),
          new StakeholderJson.Named(each.organization(), each.organizationName()),
          each.role(),
          each.from(),
          each.to(),
          each.current(today));
    }
  }

  /** Whom somebody works with. */
  record RelationBody(
      NodeId id,
      String kind,
      StakeholderJson.Named person,
      boolean inverse,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {
    static RelationBody of(Relation each) {
      return new RelationBody(
          each.id(),
          each.kind(),
          new StakeholderJson.Named(each.person(), each.name()),
          each.inverse(),
          each.from(),
          each.to());
    }
  }

  /** Private numbers that another component keeps since two entries were merged. */
  record OtherContact(
      Optional<StakeholderJson.ComponentName> component, Map<String, Object> privateContact) {}

  /** A person, as openapi.yaml says. */
  record Body(
      NodeId id,
      long revision,
      String name,
      Map<String, Object> person,
      Optional<Map<String, Object>> privateContact,
      boolean privateContactWithheld,
      List<OtherContact> otherPrivateContacts,
      List<AffiliationBody> affiliations,
      List<RelationBody> relations,
      List<StakeholderJson.IssueName> issues,
      StakeholderJson.Owner owner,
      List<StakeholderJson.Known> knownBy,
      Optional<LocalDate> lastContact,
      int contacts,
      List<StakeholderJson.Promise> openFollowUps,
      List<StakeholderJson.Named> documents,
      Optional<StakeholderJson.Verified> verified,
      Optional<RightsRoutes.DoNotContactBody> doNotContact,
      Optional<LocalDate> expires,
      Optional<RightsRoutes.ExpiryBody> expiry,
      List<String> allowed) {}

  /** Body of {@link #create}. */
  record NewBody(
      Map<String, Object> person,
      Optional<Map<String, Object>> privateContact,
      Optional<List<NewAffiliationBody>> affiliations,
      Optional<List<String>> issues,
      Optional<String> component,
      Optional<Boolean> confirmed,
      Optional<NodeId> card) {
    NewPerson read() {
      if (person == null) {
        throw new Invalid(Map.of("person", "is missing"));
      }
      return new NewPerson(
          Fields.OF_PERSON.read(person),
          Fields.OF_PRIVATE_CONTACT.read(privateContact.orElse(Map.of())),
          affiliations.orElse(List.of()).stream().map(NewAffiliationBody::read).toList(),
          issues.orElse(List.of()),
          component);
    }
  }

  /** Where somebody is said to belong. */
  record NewAffiliationBody(
      Optional<NodeId> organization,
      Optional<String> newOrganization,
      Optional<String> role,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {
    NewAffiliation read() {
      return new NewAffiliation(organization, newOrganization, role, from, to);
    }
  }

  /** Somebody it may be, as openapi.yaml says. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record CandidateBody(
      NodeId id,
      String name,
      Optional<String> organization,
      Optional<String> component,
      List<String> why) {
    static CandidateBody of(Lookalikes.Candidate each) {
      return new CandidateBody(
          each.entry().id(),
          each.name(),
          each.entry().<String>list(Stk.ORGANIZATIONS).stream().findFirst(),
          each.entry().text(Stk.OWNER_COMPONENT),
          each.why());
    }
  }

  /** Looks for those it may be before the transaction begins, as searches must. */
  Handler.Work create(Exchange exchange) {
    NewBody body = exchange.json(NewBody.class);
    NewPerson person = body.read();
    Lookalikes.Found found = lookalikes.of(exchange.caller(), person);
    boolean ask = !found.shown().isEmpty() && !body.confirmed().orElse(false);
    return new Handler.Work(
        exchange.hash(),
        () -> {
          if (ask) {
            throw possibleDuplicates(found, "somebody else");
          }
          Node created = stakeholders.people().create(exchange.actor(), person);
          body.card().ifPresent(card -> cards.keep(exchange.actor(), card, created));
          found.hidden().forEach(this::tellOwner);
          return shown(exchange, 201, created.id());
        },
        Handler.Work.SEVERAL);
  }

  /** Asks whether one of those is meant. */
  static Refusal possibleDuplicates(Lookalikes.Found found, String otherwise) {
    List<CandidateBody> candidates = found.shown().stream().map(CandidateBody::of).toList();
    return new Refusal(
        Problem.of(
                409,
                "possible-duplicates",
                "Possibly there already",
                (otherwise.equals("somebody else") ? "Somebody" : "An organization")
                    + " like this has been entered before. Use that entry, or confirm that it is "
                    + otherwise
                    + ".")
            .with("candidates", candidates));
  }

  private void tellOwner(Node person) {
    person
        .text(Stk.OWNER_USER)
        .ifPresent(
            user ->
                notices.tell(
                    user, Notices.Kind.LOOKALIKE, "/stakeholders/people/" + person.id().value()));
  }

  Response get(Exchange exchange) {
    return shown(exchange, 200, id(exchange));
  }

  /** Body of {@link #put}. */
  record Change(
      Optional<Map<String, Object>> person,
      Optional<Map<String, Object>> privateContact,
      Optional<List<String>> issues) {}

  Response put(Exchange exchange) {
    long revision = exchange.ifMatch();
    Change change = exchange.json(Change.class);
    NodeId id = id(exchange);
    stakeholders
        .people()
        .correct(
            exchange.actor(),
            id,
            revision,
            Fields.OF_PERSON.read(change.person().orElse(Map.of())),
            Fields.OF_PRIVATE_CONTACT.read(change.privateContact().orElse(Map.of())),
            change.issues());
    return shown(exchange, 200, id);
  }

  Response addAffiliation(Exchange exchange) {
    NodeId id = person(exchange).id();
    NewAffiliation wanted = exchange.json(NewAffiliationBody.class).read();
    stakeholders.affiliations().add(exchange.actor(), id, wanted);
    return shown(exchange, 201, id);
  }

  Response changeAffiliation(Exchange exchange) {
    NodeId id = person(exchange).id();
    NewAffiliation wanted = exchange.json(NewAffiliationBody.class).read();
    NodeId affiliation = Exchange.idOf(exchange.segment("affiliation"));
    stakeholders.affiliations().change(exchange.actor(), id, affiliation, wanted);
    return shown(exchange, 200, id);
  }

  Response removeAffiliation(Exchange exchange) {
    NodeId id = person(exchange).id();
    NodeId affiliation = Exchange.idOf(exchange.segment("affiliation"));
    stakeholders.affiliations().remove(exchange.actor(), id, affiliation);
    return shown(exchange, 200, id);
  }

  /** Body of {@link #addRelation}. */
  record NewRelation(
      String kind, NodeId person, Optional<LocalDate> from, Optional<LocalDate> to) {}

  Response addRelation(Exchange exchange) {
    NodeId id = person(exchange).id();
    NewRelation wanted = exchange.json(NewRelation.class);
    if (wanted.kind() == null || wanted.person() == null) {
      throw new Invalid(Map.of(wanted.kind() == null ? "kind" : "person", "is missing"));
    }
    stakeholders
        .relations()
        .add(exchange.actor(), id, wanted.kind(), wanted.person(), wanted.from(), wanted.to());
    return shown(exchange, 201, id);
  }

  Response removeRelation(Exchange exchange) {
    NodeId id = person(exchange).id();
    NodeId relation = Exchange.idOf(exchange.segment("relation"));
    stakeholders.relations().remove(exchange.actor(), id, relation);
    return shown(exchange, 200, id);
  }

  private static NodeId id(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("person"));
    exchange.about(id);
    return id;
  }

  private Node person(Exchange exchange) {
    return stakeholders.people().get(exchange.caller(), id(exchange));
  }

  private Response shown(Exchange exchange, int status, NodeId id) {
    exchange.about(id);
    Node node = stakeholders.people().get(exchange.caller(), id);
    return Response.json(status, body(exchange, node)).withRevision(node.revision());
  }

  private Body body(Exchange exchange, Node node) {
    Caller caller = exchange.caller();
    NodeId id = node.id();
    LocalDate today = json.today();
    StakeholderJson.Of labels = json.ofOneAnswer();
    Acquaintances.Of known = stakeholders.acquaintances().of(node);
    Optional<Node> contact = stakeholders.privateContacts().of(caller, id);
    return new Body(
        id,
        node.revision(),
        Title.of(node),
        Fields.OF_PERSON.of(node),
        contact.map(Fields.OF_PRIVATE_CONTACT::of),
        contact.isEmpty() && stakeholders.privateContacts().withheld(caller, id),
        stakeholders.privateContacts().brought(caller, id).stream()
            .filter(each -> !contact.map(Node::id).equals(Optional.of(each.id())))
            .map(
                each ->
                    new OtherContact(
                        each.text(Stk.OWNER_COMPONENT).map(labels::component),
                        Fields.OF_PRIVATE_CONTACT.of(each)))
            .toList(),
        stakeholders.affiliations().of(id).stream()
            .map(each -> AffiliationBody.of(each, today))
            .toList(),
        stakeholders.relations().of(id).stream().map(RelationBody::of).toList(),
        StakeholderJson.IssueName.of(stakeholders.people().issues(id)),
        labels.owner(node),
        labels.known(known.knownBy()),
        node.date(Stk.LAST_CONTACT),
        (Integer) node.properties().getOrDefault(Stk.CONTACTS, 0),
        labels.promises(known.promises()),
        json.documents(caller, id),
        labels.verified(node),
        RightsRoutes.DoNotContactBody.of(node, today, labels),
        rights.expiry(node).flatMap(RightsRoutes.ExpiryBody::deletion),
        rights.expiry(node),
        allowed(exchange, node));
  }

  private List<String> allowed(Exchange exchange, Node node) {
    Caller caller = exchange.caller();
    boolean keeps = exchange.account().capabilities().contains(Capability.KEEP_STAKEHOLDERS);
    List<String> allowed =
        StakeholderJson.allowed(
            caller, node, keeps, stakeholders.privateContacts().open(caller, node));
    allowed.addAll(rights.allowed(caller, keeps, node));
    if (exchange.account().capabilities().contains(Capability.EXPORT_STAKEHOLDERS)) {
      allowed.add("export");
    }
    return allowed;
  }
}
