package org.chancery.standalone.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.chancery.core.Chancery;
import org.chancery.core.access.Account;
import org.chancery.core.access.Account.Assignment;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Component;
import org.chancery.core.access.Role;
import org.chancery.core.correspondence.Correspondent;
import org.chancery.core.correspondence.NewCaseFile;
import org.chancery.core.correspondence.NewCaseFolder;
import org.chancery.core.intake.PastedText;
import org.chancery.core.intake.PhoneCall;
import org.chancery.core.intake.Typed;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Transactions;

/** Enters the invented office's stakeholders and cases. */
final class DemoCases {
  private static final String SECRETARY = "secretary";
  private static final LocalTime WHEN_CALLED = LocalTime.of(13, 40);

  private final Chancery chancery;
  private final Contents contents;
  private final Transactions transactions;
  private final Colleague colleague;
  private final DemoStakeholders stakeholders;

  DemoCases(Chancery chancery, Contents contents, Transactions transactions, Colleague colleague) {
    this.chancery = chancery;
    this.contents = contents;
    this.transactions = transactions;
    this.colleague = colleague;
    this.stakeholders = new DemoStakeholders(chancery, transactions, colleague);
  }

  /**
   * Tells what happened in the office.
   *
   * @param openings gets how stakeholders and case files were entered
   * @param work gets what was done with the files since, and what was taken down at the desk
   */
  void tell(Office office, LocalDate today, History openings, History work) {
    int first = office.cases().stream().mapToInt(Office.CaseFile::daysAgo).max().orElse(0);
    openings.add(Math.max(first, DemoStakeholders.FIRST), () -> stakeholders.enter(office));
    stakeholders.tell(openings);
    for (Office.CaseFile file : office.cases()) {
      AtomicReference<NodeId> opened = new AtomicReference<>();
      openings.add(file.daysAgo(), () -> opened.set(open(office, file, today)));
      for (Office.Step step : file.story()) {
        work.add(step.daysAgo(), () -> colleague.act(step, opened.get(), work.day(step.daysAgo())));
      }
    }
    office.calls().forEach(call -> work.add(call.daysAgo(), () -> call(office, call, work)));
    office.pasted().forEach(text -> work.add(text.daysAgo(), () -> paste(office, text, work)));
  }

  private NodeId open(Office office, Office.CaseFile file, LocalDate today) {
    Map<Office.Document, ContentInfo> stored = new LinkedHashMap<>();
    for (Office.Document document : file.documents()) {
      byte[] bytes = document.text().getBytes(StandardCharsets.UTF_8);
      stored.put(document, contents.store(new ByteArrayInputStream(bytes), "text/plain"));
    }
    return transactions.write(() -> caseFile(office, file, today, stored));
  }

  private void call(Office office, Office.Call call, History history) {
    Office.Person person = office.person(call.from());
    Actor actor = colleague.actor(call.takenBy());
    enter(
        actor,
        new PhoneCall(
            person.formalName(),
            Optional.ofNullable(person.organization())
                .flatMap(office::organization)
                .map(Office.Organization::name),
            Optional.of(person.phone()),
            Optional.empty(),
            history.day(call.daysAgo()).atTime(WHEN_CALLED).atOffset(ZoneOffset.UTC),
            Optional.of(call.calledFor()),
            Optional.of(call.subject()),
            call.summary(),
            true,
            Optional.of("mornings"),
            call.takenBy()));
  }

  private void paste(Office office, Office.Pasted text, History history) {
    enter(
        colleague.actor(text.by()),
        new PastedText(
            text.text(),
            Optional.of(text.subject()),
            Optional.of(office.person(text.from()).name()),
            Optional.of(text.email()),
            Optional.of(history.day(text.daysAgo()))));
  }

  private void enter(Actor actor, Typed.Form form) {
    Typed.Stored stored = chancery.intake().typed().store(form);
    transactions.write(() -> chancery.intake().typed().enter(actor, stored, Optional.empty()));
  }

  private NodeId caseFile(
      Office office,
      Office.CaseFile file,
      LocalDate today,
      Map<Office.Document, ContentInfo> documents) {
    Actor actor = file.openedBy() == null ? actor(file.owner()) : colleague.actor(file.openedBy());
    NodeId folder = chancery.caseFolders().create(actor, folder(office, file)).id();
    NodeId created =
        chancery
            .caseFiles()
            .create(
                actor,
                folder,
                new NewCaseFile(
                    file.subject(),
                    file.source(),
                    Optional.of("letter"),
                    Optional.empty(),
                    List.of(file.owner()),
                    Optional.of(today.minusDays(file.daysAgo())),
                    Optional.of(today.plusDays(file.dueInDays())),
                    Optional.empty(),
                    Map.of()))
            .id();
    chancery.caseFiles().enter(actor, created, correspondent(office, office.person(file.writer())));
    NodeId part = chancery.caseFiles().documents(actor.caller(), created);
    documents.forEach(
        (document, stored) ->
            chancery.intake().documents().create(actor, part, document.name(), stored));
    return created;
  }

  private static NewCaseFolder folder(Office office, Office.CaseFile file) {
    Optional<Office.Organization> organization = office.organization(file.holder());
    if (organization.isPresent()) {
      return new NewCaseFolder(
          "organization",
          organization.get().name(),
          Optional.of(organization.get().state()),
          Map.of());
    }
    Office.Person person = office.person(file.holder());
    return new NewCaseFolder(
        "individual",
        person.last() + ", " + person.first(),
        Optional.of(office.address(person).state()),
        Map.of());
  }

  private static Correspondent correspondent(Office office, Office.Person person) {
    Office.Address address = office.address(person);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("prefix", person.salutation());
    fields.put("firstName", person.first());
    fields.put("lastName", person.last());
    fields.put("title", person.position());
    fields.put(
        "organization",
        Optional.ofNullable(person.organization())
            .flatMap(office::organization)
            .map(Office.Organization::name)
            .orElse(null));
    fields.put("street", address.street());
    fields.put("city", address.city());
    fields.put("state", address.state());
    fields.put("zip", address.zip());
    fields.put("businessPhone", person.phone());
    return Correspondent.of(fields);
  }

  /** The executive secretary, entering what lies with a component. */
  private static Actor actor(String component) {
    Account account =
        new Account(
            SECRETARY,
            "",
            Set.of(component),
            Set.of(new Assignment(Role.EXECUTIVE_SECRETARY, Optional.of(Component.EXECSEC))),
            false);
    return Actor.of(account, "system");
  }
}
