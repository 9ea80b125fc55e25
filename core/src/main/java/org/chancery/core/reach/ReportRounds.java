package org.chancery.core.reach;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.chancery.core.access.Account;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.background.OwnThread;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.intake.WorkQueue.Work;
import org.chancery.core.mail.Notices;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Transactions;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Stk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what was ordered when its day has come, as whoever ordered it, within what they may see
 * then; once, whatever number of servers look and whenever one of them ends. Of the report that
 * names stakeholders no copy is kept: it is shown when they follow the link.
 */
public final class ReportRounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReportRounds.class);
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String QUEUE = "outreach-reports";
  private static final Duration POLL = Duration.ofMinutes(10);
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration AGAIN = Duration.ofMinutes(10);
  private static final int MOST_SHEETS = 12;

  private final OrderedReports ordered;
  private final Nodes nodes;
  private final Contents contents;
  private final Transactions transactions;
  private final WorkQueue queue;
  private final Accounts accounts;
  private final Notices notices;
  private final AuditTrail audit;
  private final AtomicReference<Writer> writer = new AtomicReference<>();
  private final OwnThread thread = new OwnThread("outreach-reports");

  /** Writes a report as a sheet. */
  @FunctionalInterface
  public interface Writer {
    /**
     * The sheet's bytes; not called within a transaction.
     *
     * @param caller within what they may see
     * @param report {@code per-region} or {@code per-component}
     */
    byte[] sheet(Caller caller, String report, Reports.Scope scope);
  }

  ReportRounds(OrderedReports ordered, Reaching.Ports ports) {
    this.ordered = ordered;
    this.nodes = ports.nodes();
    this.contents = ports.contents();
    this.transactions = ports.transactions();
    this.queue = ports.queue();
    this.accounts = ports.accounts();
    this.notices = ports.notices();
    this.audit = ports.audit();
  }

  /** Has sheets written so; nothing is made before. */
  public void writtenBy(Writer sheets) {
    writer.set(sheets);
  }

  /** Begins to look for what is due. */
  void start() {
    thread.every(Duration.ZERO, POLL, "Making ordered reports failed", this::once);
  }

  /** Makes now what is due, on the calling thread; not within a transaction. */
  public void once() {
    if (writer.get() == null) {
      return;
    }
    LocalDate today = ordered.today();
    List<OrderedReport> due =
        transactions.read(
            () -> ordered.everybodys().stream().filter(each -> each.due(today)).toList());
    due.forEach(each -> transactions.write(() -> queue.add(QUEUE, each.id().value())));
    Optional<Work> next = queue.take(QUEUE, LEASE);
    while (next.isPresent() && !thread.ending()) {
      Work work = next.get();
      try {
        make(work, today);
      } catch (RuntimeException e) {
        LOG.error("The report {} could not be made; it is tried again", work.key(), e);
        queue.later(work, AGAIN, "failed");
      }
      next = queue.take(QUEUE, LEASE);
    }
  }

  private void make(Work work, LocalDate today) {
    NodeId id = NodeId.of(work.key());
    Optional<OrderedReport> order =
        transactions.read(() -> ordered.find(id).filter(each -> each.due(today)));
    if (order.isEmpty()) {
      transactions.write(() -> queue.done(work));
      return;
    }
    Optional<Account> by = accounts.find(order.get().user());
    if (by.isEmpty()) {
      transactions.write(
          () -> {
            ordered.find(id).ifPresent(each -> ordered.remove(SYSTEM, id));
            queue.done(work);
          });
      return;
    }
    Actor actor = Actor.of(by.get(), "system");
    LocalDate day = order.get().wanted().every().begin(today);
    Reports.Scope scope = order.get().scope(day);
    Optional<ContentInfo> sheet =
        order.get().wanted().report().equals(OrderedReport.SPOKEN)
            ? Optional.empty()
            : Optional.of(stored(actor.caller(), order.get(), scope));
    transactions.write(
        () -> {
          if (ordered.find(id).isPresent()) {
            Node held = nodes.hold(SYSTEM, id);
            if (OrderedReport.of(held).due(today)) {
              keep(actor, OrderedReport.of(held), day, scope, sheet);
            }
          }
          if (!queue.done(work)) {
            throw new IllegalStateException("Another node has taken over " + work.key());
          }
        });
  }

  private ContentInfo stored(Caller caller, OrderedReport order, Reports.Scope scope) {
    byte[] bytes = writer.get().sheet(caller, order.wanted().report(), scope);
    return contents.store(new ByteArrayInputStream(bytes), "text/csv");
  }

  private void keep(
      Actor actor,
      OrderedReport order,
      LocalDate day,
      Reports.Scope scope,
      Optional<ContentInfo> sheet) {
    NodeId id = order.id();
    sheet.ifPresent(
        stored -> {
          String name = scope.from().orElseThrow() + " to " + scope.to().orElseThrow() + ".csv";
          NodeId made = NodeId.random();
          nodes.child(SYSTEM, id, name).ifPresent(same -> delete(same.id()));
          nodes.create(SYSTEM, new NewNode(made, id, Cm.CONTENT, name, Set.of(), Map.of()));
          contents.attach(SYSTEM, made, Cm.CONTENT, stored);
          ordered.sheets(id).stream().skip(MOST_SHEETS).forEach(old -> delete(old.id()));
        });
    nodes.update(
        SYSTEM,
        id,
        Optional.empty(),
        Change.of(Map.of(Stk.REPORT_NEXT, order.wanted().every().next(day), Stk.REPORT_MADE, day)));
    notices.tell(order.user(), Notices.Kind.REPORT, "/stakeholders/reports");
    audit.record(actor.did(Action.READ_METRICS, id, Map.of("report", order.wanted().report())));
  }

  private void delete(NodeId id) {
    nodes.delete(SYSTEM, id, Optional.empty());
  }

  @Override
  public void close() {
    thread.close();
  }
}
