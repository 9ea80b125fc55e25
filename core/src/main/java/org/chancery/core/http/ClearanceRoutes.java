package org.chancery.core.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chancery.core.access.Accounts;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.routing.BusinessCalendar;
import org.chancery.core.routing.Clearances;
import org.chancery.core.routing.Routing;
import org.chancery.core.routing.TaskForm;
import org.chancery.core.vocabulary.Title;

/** Comments and clearances side by side (requirement C10), and the federal calendar. */
final class ClearanceRoutes {
  private final Routing routing;
  private final Nodes nodes;
  private final Accounts accounts;

  ClearanceRoutes(Routing routing, Nodes nodes, Accounts accounts) {
    this.routing = routing;
    this.nodes = nodes;
    this.accounts = accounts;
  }

  /** Rounds, as openapi.yaml says. */
  record Body(List<RoundBody> rounds) {}

  /** A round. */
  record RoundBody(
      Optional<DocumentBody> document,
      Optional<String> version,
      List<AskedBody> asked,
      SummaryBody summary) {}

  /** A draft. */
  record DocumentBody(NodeId id, String title) {}

  /** Somebody who was asked. */
  record AskedBody(
      NodeId tasking,
      String authority,
      String label,
      String form,
      LocalDate due,
      String state,
      Optional<String> outcome,
      Optional<String> outcomeLabel,
      Optional<String> comment,
      Optional<People.Who> by,
      Optional<Instant> at) {}

  /** How many answered how. */
  record SummaryBody(long concur, long concurWithComment, long nonConcur, long outstanding) {}

  Response ofFile(Exchange exchange) {
    Caller caller = exchange.caller();
    Optional<NodeId> document = exchange.parameter("document").map(Exchange::idOf);
    List<Clearances.Round> rounds = routing.clearances().ofFile(caller, exchange.id(), document);
    People people = new People(accounts);
    return Response.json(
        200, new Body(rounds.stream().map(round -> shown(caller, round, people)).toList()));
  }

  private RoundBody shown(Caller caller, Clearances.Round round, People people) {
    return new RoundBody(
        // A draft that is hidden is not named by its id either.
        round
            .document()
            .flatMap(id -> nodes.find(caller, id))
            .map(node -> new DocumentBody(node.id(), Title.of(node))),
        round.version(),
        round.asked().stream()
            .map(
                each ->
                    new AskedBody(
                        each.id(),
                        each.assignee(),
                        people.label(each.assignee()),
                        each.form(),
                        each.due(),
                        each.state().code(),
                        each.outcome(),
                        each.outcome()
                            .flatMap(routing.taskings().form(each)::outcome)
                            .map(TaskForm.Outcome::label),
                        each.comment(),
                        each.completedBy().map(people::who),
                        each.completedAt()))
            .toList(),
        new SummaryBody(
            round.count("concur"),
            round.count("concur-with-comment"),
            round.count("non-concur"),
            round.outstanding()));
  }

  /** Holidays, as openapi.yaml says. */
  record CalendarBody(List<BusinessCalendar.Holiday> holidays) {}

  Response calendar(Exchange exchange) {
    LocalDate from = exchange.day("from").orElse(routing.desk().today().withDayOfYear(1));
    LocalDate to = exchange.day("to").orElse(from.plusYears(1).minusDays(1));
    if (to.isBefore(from) || to.isAfter(from.plusYears(10))) {
      throw Exchange.badParameter("to", "must lie within ten years after the first day");
    }
    return Response.json(200, new CalendarBody(routing.calendar().holidays(from, to)));
  }
}
