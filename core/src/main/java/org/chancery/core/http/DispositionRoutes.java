package org.chancery.core.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Capability;
import org.chancery.core.disposition.Approvals;
import org.chancery.core.disposition.Certificates;
import org.chancery.core.disposition.Disposition;
import org.chancery.core.disposition.DispositionItem;
import org.chancery.core.disposition.RecordsDesk;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.schedule.Schedule;
import org.chancery.core.schedule.Series;
import org.chancery.core.vocabulary.Title;

/** Dispositions: proposing, approving, rejecting them, and what they came to (requirement R6). */
final class DispositionRoutes {
  private final RecordsDesk desk;
  private final Schedule schedule;
  private final Nodes nodes;
  private final Accounts accounts;

  DispositionRoutes(RecordsDesk desk, Schedule schedule, Nodes nodes, Accounts accounts) {
    this.desk = desk;
    this.schedule = schedule;
    this.nodes = nodes;
    this.accounts = accounts;
  }

  /** A series and what allows its disposition. */
  record SeriesBody(String code, String title, String authority, String authorityStatus) {}

  /** An approval. */
  record ApprovalBody(People.Who by, Instant at, String reason) {}

  /** A rejection. */
  record RejectionBody(
      Optional<People.Who> by, Instant at, String reason, Optional<LocalDate> until) {}

  /** Counts of it. */
  record CountsBody(int items, int done, int withdrawn, int files, long bytes) {}

  /** A disposition, as openapi.yaml says. */
  record Body(
      NodeId id,
      String number,
      String action,
      String state,
      SeriesBody series,
      Instant proposedAt,
      Optional<People.Who> proposedBy,
      Optional<String> reason,
      List<ApprovalBody> approvals,
      int needed,
      Optional<RejectionBody> rejection,
      CountsBody counts,
      boolean certificate,
      Optional<String> transfer,
      Optional<String> accession,
      Optional<Instant> endedAt,
      Optional<String> problem,
      List<String> allowed) {}

  private Body body(Exchange exchange, Disposition each, People people) {
    Disposition.Counts counts = each.counts();
    return new Body(
        each.id(),
        each.number(),
        each.action().name(),
        each.state().name(),
        schedule
            .plan()
            .find(each.series())
            .map(
                series ->
                    new SeriesBody(
                        series.code(),
                        series.title(),
                        series.authority(),
                        series.standing().code()))
            .orElseGet(() -> new SeriesBody(each.series(), "", "", "")),
        each.proposedAt(),
        each.proposedBy().map(people::who),
        each.proposedReason(),
        each.approvals().stream()
            .map(one -> new ApprovalBody(people.who(one.by()), one.at(), one.reason()))
            .toList(),
        each.needed(),
        each.rejection()
            .map(
                one ->
                    new RejectionBody(
                        one.by().map(people::who), one.at(), one.reason(), one.until())),
        new CountsBody(
            counts.items(), counts.done(), counts.withdrawn(), counts.documents(), counts.bytes()),
        each.state() == Disposition.State.DONE && desk.certificates().exists(each.id()),
        each.transfer(),
        each.accession(),
        each.endedAt(),
        each.problem(),
        allowed(exchange, each));
  }

  private static List<String> allowed(Exchange exchange, Disposition disposition) {
    Set<Capability> has = exchange.account().capabilities();
    List<String> allowed = new ArrayList<>();
    if (!has.contains(Capability.APPROVE_DISPOSITION)) {
      return allowed;
    }
    if (Approvals.mayApprove(disposition, exchange.caller().user())) {
      allowed.add("approve");
    }
    if (disposition.state() == Disposition.State.PROPOSED) {
      allowed.add("reject");
    }
    return allowed;
  }

  private Response answer(Exchange exchange, int status, Disposition disposition) {
    return Response.json(status, body(exchange, disposition, new People(accounts)))
        .with("Cache-Control", "no-store");
  }

  /** Dispositions. */
  record BodyList(List<Body> items, Optional<String> cursor) {}

  Response list(Exchange exchange) {
    Optional<Disposition.State> state =
        exchange
            .parameter("state")
            .map(text -> constant(Disposition.State.values(), "state", text));
    Optional<Series.FinalAction> action =
        exchange
            .parameter("action")
            .map(text -> constant(Series.FinalAction.values(), "action", text));
    Optional<String> series = exchange.parameter("series");
    Page<Disposition> page =
        desk.book()
            .list(
                each ->
                    (state.isEmpty() || each.state() == state.get())
                        && (action.isEmpty() || each.action() == action.get())
                        && (series.isEmpty() || each.series().equals(series.get())),
                exchange.parameter("cursor"),
                exchange.limit(50, 200));
    People people = new People(accounts);
    return Response.json(
            200,
            new BodyList(
                page.items().stream().map(each -> body(exchange, each, people)).toList(),
                page.cursor()))
        .with("Cache-Control", "no-store");
  }

  private static <T extends Enum<T>> T constant(T[] all, String parameter, String text) {
    String wanted = text.toUpperCase(Locale.ROOT);
    return Arrays.stream(all)
        .filter(each -> each.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                Exchange.badParameter(
                    parameter,
                    "must be one of "
                        + String.join(", ", Arrays.stream(all).map(Enum::name).toList())));
  }

  private static NodeId id(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("disposition"));
    exchange.about(id);
    return id;
  }

  Response get(Exchange exchange) {
    return answer(exchange, 200, desk.book().get(id(exchange)));
  }

  /** Body of {@link #propose}. */
  record Proposal(List<NodeId> folders, String reason) {}

  Response propose(Exchange exchange) {
    Proposal proposal = exchange.json(Proposal.class);
    Disposition made =
        desk.proposals().propose(exchange.actor(), proposal.folders(), proposal.reason());
    exchange.about(made.id());
    return answer(exchange, 201, made);
  }

  /** Body of {@link #approve}. */
  record Approval(String reason) {}

  Response approve(Exchange exchange) {
    NodeId id = id(exchange);
    String reason = exchange.json(Approval.class).reason();
    return answer(exchange, 200, desk.approvals().approve(exchange.actor(), id, reason));
  }

  /** Body of {@link #reject}. */
  record Rejection(String reason, Optional<LocalDate> until, Optional<List<NodeId>> folders) {}

  Response reject(Exchange exchange) {
    NodeId id = id(exchange);
    Rejection rejection = exchange.json(Rejection.class);
    return answer(
        exchange,
        200,
        desk.approvals()
            .reject(
                exchange.actor(), id, rejection.reason(), rejection.until(), rejection.folders()));
  }

  /** A folder that is named. */
  record ItemBody(
      NodeId id,
      Optional<Named> folder,
      Optional<String> number,
      String state,
      Optional<String> reason,
      Instant at,
      int documents,
      long bytes,
      Optional<NodeId> stub) {}

  /** A folder that the caller may see. */
  record Named(NodeId id, String name) {}

  /** Items. */
  record ItemList(List<ItemBody> items, Optional<String> cursor) {}

  Response items(Exchange exchange) {
    NodeId id = id(exchange);
    desk.book().get(id);
    int limit = exchange.limit(100, 500);
    Optional<String> after = exchange.parameter("cursor");
    List<DispositionItem> later =
        desk.book().items(id).stream()
            .filter(item -> after.isEmpty() || item.place().compareTo(after.get()) > 0)
            .toList();
    List<DispositionItem> page = later.subList(0, Math.min(limit, later.size()));
    Map<NodeId, String> names = new HashMap<>();
    nodes
        .findAll(exchange.caller(), page.stream().map(DispositionItem::folder).toList())
        .forEach(node -> names.put(node.id(), Title.of(node)));
    return Response.json(
            200,
            new ItemList(
                page.stream().map(item -> body(item, names)).toList(),
                later.size() > limit ? Optional.of(page.get(limit - 1).place()) : Optional.empty()))
        .with("Cache-Control", "no-store");
  }

  private static ItemBody body(DispositionItem item, Map<NodeId, String> names) {
    return new ItemBody(
        item.id(),
        Optional.ofNullable(names.get(item.folder())).map(name -> new Named(item.folder(), name)),
        item.number(),
        item.state().withdrawn()
            ? "withdrawn"
            : item.state() == DispositionItem.State.DONE ? "done" : "open",
        item.reason(),
        item.at(),
        item.documents(),
        item.bytes(),
        item.stub());
  }

  Response certificate(Exchange exchange) {
    NodeId id = id(exchange);
    String part = exchange.parameter("part").orElse("certificate");
    if (!List.of("certificate", "hashes").contains(part)) {
      throw Exchange.badParameter("part", "must be certificate or hashes");
    }
    Certificates.Open paper =
        desk.certificates()
            .open(
                id,
                part.equals("hashes") ? Certificates.Paper.HASHES : Certificates.Paper.CERTIFICATE);
    return new Response(
            200,
            Map.of("Content-Type", paper.info().mediaType()),
            new Response.Stream(paper.bytes(), paper.info().size()))
        .with("Content-Disposition", "attachment; filename=\"" + paper.name() + "\"")
        .with("X-Content-Type-Options", "nosniff")
        .with("Cache-Control", "no-store");
  }
}
