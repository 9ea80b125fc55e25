package org.chancery.standalone.demo;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.Chancery;
import org.chancery.core.access.Actor;
import org.chancery.core.outreach.NewEvent;
import org.chancery.core.outreach.NewInteraction;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Transactions;
import org.chancery.core.rights.ContactRequests;
import org.chancery.core.screening.Confirmation;
import org.chancery.core.stakeholders.NewAffiliation;
import org.chancery.core.stakeholders.NewOrganization;
import org.chancery.core.stakeholders.NewPerson;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Enters the invented office's stakeholders, and how it dealt with them. */
final class DemoStakeholders {
  /** On this day, so many days ago, they were entered. */
  static final int FIRST = 88;

  private static final String SECRETARY = "secretary";
  private static final LocalTime BEGINS = LocalTime.of(15, 0);

  private final Chancery chancery;
  private final Transactions transactions;
  private final Colleague colleague;
  private final OutreachStory story = OutreachStory.load();
  private final Map<String, NodeId> entered = new HashMap<>();

  DemoStakeholders(Chancery chancery, Transactions transactions, Colleague colleague) {
    this.chancery = chancery;
    this.transactions = transactions;
    this.colleague = colleague;
  }

  private Actor keeper(String key) {
    return colleague.actor(story.keepers().getOrDefault(key, SECRETARY));
  }

  private List<String> issues(String key) {
    return story.engagesOn().getOrDefault(key, List.of());
  }

  private List<NodeId> ids(List<String> keys) {
    return keys.stream().map(entered::get).toList();
  }

  /** Enters them, each by who keeps them. */
  void enter(Office office) {
    transactions.write(
        () -> {
          office.organizations().forEach(this::enter);
          office.people().forEach(person -> enter(office, person));
          story.organizationsAgain().forEach(this::enter);
          story.peopleAgain().forEach(person -> enter(office, person));
        });
  }

  private void enter(Office.Organization each) {
    Map<QName, Object> values =
        Map.of(
            Stk.ORGANIZATION_NAME,
            each.name(),
            Stk.STREET,
            each.street(),
            Stk.CITY,
            each.city(),
            Stk.STATE,
            each.state(),
            Stk.ZIP,
            each.zip(),
            Stk.PHONE,
            each.phone());
    NewOrganization wanted =
        new NewOrganization(values, issues(each.key()), Optional.empty(), Optional.empty());
    entered.put(
        each.key(),
        chancery.stakeholders().organizations().create(keeper(each.key()), wanted).id());
  }

  private void enter(Office office, Office.Person each) {
    List<NewAffiliation> belongs =
        Optional.ofNullable(each.organization()).map(entered::get).stream()
            .map(
                id ->
                    new NewAffiliation(
                        Optional.of(id),
                        Optional.empty(),
                        Optional.ofNullable(each.position()),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    Map<QName, Object> contact =
        Optional.ofNullable(story.mobilePhones().get(each.key()))
            .<Map<QName, Object>>map(phone -> Map.of(Stk.MOBILE_PHONE, List.of(phone)))
            .orElse(Map.of());
    NewPerson wanted =
        new NewPerson(person(office, each), contact, belongs, issues(each.key()), Optional.empty());
    entered.put(
        each.key(), chancery.stakeholders().people().create(keeper(each.key()), wanted).id());
  }

  private static Map<QName, Object> person(Office office, Office.Person person) {
    Office.Address address = office.address(person);
    Map<QName, Object> values = new HashMap<>();
    values.put(Stk.SALUTATION, person.salutation());
    values.put(Stk.FIRST_NAME, person.first());
    values.put(Stk.LAST_NAME, person.last());
    values.put(Stk.OFFICE_PHONE, person.phone());
    values.put(Stk.WORK_STREET, address.street());
    values.put(Stk.CITY, address.city());
    values.put(Stk.STATE, address.state());
    values.put(Stk.ZIP, address.zip());
    values.put(Stk.POSITION, person.position());
    return values;
  }

  /** Tells how the office dealt with them. */
  void tell(History history) {
    story.interactions().forEach(each -> history.add(each.daysAgo(), () -> talk(each, history)));
    story
        .events()
        .forEach(each -> history.add(Math.max(1, each.daysAgo()), () -> gather(each, history)));
    story.notes().forEach(each -> history.add(each.daysAgo(), () -> remark(each)));
    history.add(80, () -> longAgo(history));
    history.add(9, () -> refuse(history));
  }

  /** Somebody whom the one-year rule lists. */
  private void longAgo(History history) {
    NewInteraction wanted =
        new NewInteraction(
            history.day(402),
            "phone",
            Optional.empty(),
            Optional.empty(),
            ids(List.of("lindqvist")),
            List.of(),
            Optional.empty(),
            List.of("aviation-security"),
            Optional.of("Had no questions; will call when there are any."),
            Optional.empty(),
            Optional.empty(),
            List.of());
    transactions.write(
        () -> chancery.outreach().interactions().record(keeper("lindqvist"), wanted));
  }

  /** Somebody who asked not to be contacted. */
  private void refuse(History history) {
    transactions.write(
        () ->
            chancery
                .rights()
                .requests()
                .request(
                    keeper("sorensen"),
                    entered.get("sorensen"),
                    new ContactRequests.Request(
                        Optional.of(history.day(9)),
                        "phone",
                        Optional.of("Takes no more calls on visas; write to the university."))));
  }

  private void talk(OutreachStory.Talk each, History history) {
    Actor actor = colleague.actor(each.by());
    NewInteraction wanted =
        new NewInteraction(
            history.day(each.daysAgo()),
            each.mode(),
            Optional.empty(),
            Optional.empty(),
            ids(each.people()),
            ids(each.organizations()),
            Optional.empty(),
            each.issues(),
            Optional.of(each.outcome()),
            Optional.ofNullable(each.followUp()),
            Optional.ofNullable(each.dueInDays())
                .map(days -> history.day(each.daysAgo()).plusDays(days)),
            List.of());
    transactions.write(
        () -> {
          Node noted = chancery.outreach().interactions().record(actor, wanted);
          if (each.done()) {
            chancery.outreach().interactions().followedUp(actor, noted.id());
          }
        });
  }

  private void gather(OutreachStory.Gathering each, History history) {
    Actor actor = colleague.actor(each.by());
    Instant start = history.day(each.daysAgo()).atTime(BEGINS).toInstant(ZoneOffset.UTC);
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(Cm.TITLE, each.name());
    values.put(Stk.EVENT_START, start);
    values.put(Stk.EVENT_END, start.plusSeconds(3 * 60 * 60));
    values.put(Stk.PLACE, each.place());
    values.put(Stk.CITY, each.city());
    values.put(Stk.STATE, each.state());
    values.put(Stk.ZIP, each.zip());
    values.put(Stk.AGENDA, each.agenda());
    transactions.write(
        () -> {
          Node event =
              chancery
                  .outreach()
                  .events()
                  .create(actor, new NewEvent(values, Optional.of(each.issues())));
          chancery
              .outreach()
              .events()
              .attend(actor, event.id(), ids(each.people()), ids(each.organizations()));
        });
  }

  private void remark(OutreachStory.Remark each) {
    Actor actor = colleague.actor(each.by());
    List<Confirmation> kept =
        Optional.ofNullable(each.flag()).stream()
            .map(flag -> new Confirmation(flag, each.reason()))
            .toList();
    transactions.write(
        () ->
            chancery
                .stakeholders()
                .notes()
                .add(
                    actor,
                    chancery.stakeholders().people().get(actor.caller(), entered.get(each.at())),
                    each.text(),
                    kept));
  }
}
