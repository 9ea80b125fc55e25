package org.chancery.standalone.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.chancery.core.Chancery;
import org.chancery.core.access.Actor;
import org.chancery.core.disposition.Disposition;
import org.chancery.core.disposition.Queues;
import org.chancery.core.holds.Hold;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Transactions;
import org.chancery.core.transfer.Station;
import org.chancery.core.vocabulary.Cor;
import org.chancery.standalone.demo.FormerFolders.Entered;

/**
 * What the records officers of the demo office have done with the folders of earlier years: each
 * queue of their desk has something in it. Done through the services that their clicks would call,
 * in the real time; what is done in the background there is awaited here.
 */
final class FormerFates {
  private static final String PERMANENT = "permanent";
  private static final String TEMPORARY = "temporary";
  private static final Duration LOOK = Duration.ofMillis(400);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int MOST = 500;

  private final Chancery chancery;
  private final Nodes nodes;
  private final Contents contents;
  private final Transactions transactions;
  private final Colleague colleague;
  private final FormerFolders folders;

  FormerFates(
      Chancery chancery,
      Nodes nodes,
      Contents contents,
      Transactions transactions,
      Colleague colleague) {
    this.chancery = chancery;
    this.nodes = nodes;
    this.contents = contents;
    this.transactions = transactions;
    this.colleague = colleague;
    this.folders = new FormerFolders(chancery, nodes, contents, transactions);
  }

  /** The filling was to end before something that was awaited had come. */
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Brings everything in.
   *
   * @param ended asked while waiting whether to leave the rest
   * @return whether all was done
   */
  boolean tell(LocalDate today, BooleanSupplier ended) {
    try {
      all(today, ended);
      return true;
    } catch (Ended e) {
      return false;
    }
  }

  private void all(LocalDate today, BooleanSupplier ended) {
    Actor secretary = colleague.actor("secretary");
    List<Entered> all = new ArrayList<>();
    for (FormerFolder former : FormerFolder.load()) {
      all.add(folders.enter(secretary, former, today));
      require(!ended.getAsBoolean());
    }
    all.forEach(each -> each.documents().forEach(id -> await(ended, () -> read(id))));
    all.forEach(each -> folders.close(secretary, each));
    held(of(all, "held"));
    review(of(all, "proposed"), TEMPORARY, "Of no lasting value.");
    approve("archivist", proposed(of(all, "proposed")), "Routine; each folder was looked at.");
    destroyed(of(all, "destroyed"), ended);
    NodeId sent = packaged(of(all, "sent", "sent-corrected"), ended);
    Actor officer = colleague.actor("records");
    transactions.write(
        () -> chancery.transfers().sent(officer, sent, today, "By courier, on an encrypted disk."));
    packaged(of(all, "packaged"), ended);
    of(all, "sent-corrected").forEach(each -> correct(secretary, each));
  }

  private static void require(boolean goOn) {
    if (!goOn) {
      throw new Ended();
    }
  }

  private static List<Entered> of(List<Entered> all, String... fates) {
    Set<String> wanted = Set.copyOf(Arrays.asList(fates));
    return all.stream().filter(each -> wanted.contains(each.former().fate())).toList();
  }

  private boolean read(NodeId document) {
    return transactions.read(
        () ->
            nodes
                .find(Caller.ofSystem(), document)
                .filter(
                    node ->
                        node.aspects().contains(Cor.READ)
                            || node.text(Cor.INTAKE_REASON).isPresent())
                .isPresent());
  }

  private void held(List<Entered> some) {
    Actor officer = colleague.actor("records");
    transactions.write(
        () -> {
          Hold hold =
              chancery
                  .holds()
                  .place(
                      officer,
                      "litigation",
                      "Owners of the Caledonia v. United States: all on the pilots' boats is kept.");
          chancery.holds().add(officer, hold.id(), some.stream().map(Entered::folder).toList());
        });
  }

  private void review(List<Entered> some, String decision, String reason) {
    chancery.schedule().fallDue();
    List<NodeId> ids = some.stream().map(Entered::folder).toList();
    transactions.write(
        () ->
            chancery
                .recordsDesk()
                .reviews()
                .decide(colleague.actor("secretary"), ids, decision, Optional.empty(), reason));
  }

  /** The disposition by which the system proposes them. */
  private NodeId proposed(List<Entered> some) {
    chancery.recordsDesk().run();
    NodeId first = some.get(0).folder();
    return transactions
        .read(
            () ->
                chancery
                    .recordsDesk()
                    .queues()
                    .page(
                        Caller.ofSystem(),
                        Queues.Queue.AWAITING_APPROVAL,
                        Optional.empty(),
                        Optional.empty(),
                        MOST))
        .items()
        .stream()
        .filter(entry -> entry.folder().equals(first))
        .flatMap(entry -> entry.disposition().stream())
        .map(Disposition::id)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(first + " was not proposed"));
  }

  private void approve(String user, NodeId disposition, String reason) {
    transactions.write(
        () ->
            chancery.recordsDesk().approvals().approve(colleague.actor(user), disposition, reason));
  }

  private void destroyed(List<Entered> some, BooleanSupplier ended) {
    review(some, TEMPORARY, "Answered at once; of no lasting value.");
    NodeId disposition = proposed(some);
    approve("archivist", disposition, "Its time is over.");
    approve("records", disposition, "Seen, too; nothing stands against it.");
    await(ended, () -> state(disposition) == Disposition.State.DONE);
  }

  private Disposition.State state(NodeId disposition) {
    return transactions.read(() -> chancery.recordsDesk().book().get(disposition).state());
  }

  /** A transfer of them with a package that was checked. */
  private NodeId packaged(List<Entered> some, BooleanSupplier ended) {
    review(some, PERMANENT, "It shows what the Department was asked, and what it did.");
    NodeId disposition = proposed(some);
    approve("records", disposition, "They may go to the National Archives.");
    Actor officer = colleague.actor("records");
    transactions.write(() -> chancery.transfers().pack(officer, disposition));
    await(
        ended,
        () -> {
          Station now = transactions.read(() -> chancery.transfers().get(disposition).station());
          if (now == Station.REFUSED) {
            throw new IllegalStateException("The package of " + disposition + " was refused");
          }
          return now == Station.PACKAGED;
        });
    return disposition;
  }

  /** Somebody finds a slip in what was sent: from then on it is an exception. */
  private void correct(Actor actor, Entered entered) {
    byte[] text =
        "The parcel has 3.2 acres, as the petition says, not 2.3.".getBytes(StandardCharsets.UTF_8);
    ContentInfo stored = contents.store(new ByteArrayInputStream(text), "text/plain");
    NodeId decision = entered.documents().get(entered.documents().size() - 1);
    transactions.write(
        () ->
            chancery
                .intake()
                .corrections()
                .add(
                    actor,
                    decision,
                    Optional.empty(),
                    "Correction of the acreage.txt",
                    stored,
                    "The figures of the acreage were transposed."));
  }

  private static void await(BooleanSupplier ended, BooleanSupplier there) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      require(!ended.getAsBoolean());
      if (System.nanoTime() > until) {
        throw new IllegalStateException("Something of the demo's records was awaited in vain");
      }
      try {
        Thread.sleep(LOOK.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Ended();
      }
    }
  }
}
