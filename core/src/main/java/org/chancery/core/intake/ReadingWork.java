package org.chancery.core.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.records.DeclaredRecord;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's side of reading: hands out originals under leases and keeps what was read of them,
 * each in one transaction with the end of the work. What has the same bytes as something read
 * before is not handed out but settled at once.
 */
public final class ReadingWork {
  /** The queue's name. */
  public static final String QUEUE = "reading";

  private static final Logger LOG = LoggerFactory.getLogger(ReadingWork.class);
  private static final Pattern LEASE = Pattern.compile("(\\d{1,18})\\.([0-9a-f-]{36})");

  /** So many are settled while one is being looked for; the next request goes on. */
  private static final int MOST_SETTLED = 200;

  private static final Reason FAILED =
      new Reason(
          "reading-failed",
          "Reading failed several times. The original is safe; try again or file it as it is.");

  private static final Reason LETTER_FAILED =
      new Reason("writing-failed", "Writing the letter failed several times. Try again.");

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final Nodes nodes;
  private final Contents contents;
  private final WorkQueue queue;
  private final Transactions transactions;
  private final ReadItem items;
  private final LetterWork letters;
  private final ReadingProgress progress;
  private final Checkpoint checkpoint;
  private final Terms terms;

  /**
   * How work is handed out.
   *
   * @param lease how long a reading may go without a sign of life before it is begun anew
   * @param attempts after how many failures an item is set aside
   * @param backoff how long to wait after the first failure; doubles with each
   */
  record Terms(Duration lease, int attempts, Duration backoff) {}

  ReadingWork(
      Nodes nodes,
      Contents contents,
      Permissions permissions,
      WorkQueue queue,
      Transactions transactions,
      AuditTrail audit,
      LetterWork letters,
      SignedReturns returns,
      ReadingProgress progress,
      Checkpoint checkpoint,
      Clock clock,
      Terms terms) {
    this.nodes = nodes;
    this.contents = contents;
    this.queue = queue;
    this.transactions = transactions;
    this.items = new ReadItem(nodes, contents, permissions, audit, returns, clock);
    this.letters = letters;
    this.progress = progress;
    this.checkpoint = checkpoint;
    this.terms = terms;
  }

  /** Leases the oldest letter that is due, or else reading; empty when there is none now. */
  public Optional<Readings.Task> take() {
    for (int i = 0; i < MOST_SETTLED; i++) {
      Optional<WorkQueue.Work> taken =
          queue.take(LetterWork.QUEUE, terms.lease()).or(() -> queue.take(QUEUE, terms.lease()));
      if (taken.isEmpty()) {
        return Optional.empty();
      }
      checkpoint.reached("dequeue");
      Optional<Readings.Task> task = begin(taken.get());
      if (task.isPresent()) {
        return task;
      }
    }
    return Optional.empty();
  }

  /** The task, unless it is settled already. */
  private Optional<Readings.Task> begin(WorkQueue.Work work) {
    NodeId id = NodeId.of(work.key());
    progress.end(id);
    try {
      // A reader that died at every try of this item must not die of it for ever.
      if (work.attempt() > terms.attempts()) {
        giveUp(Actor.ofSystem(), work);
        return Optional.empty();
      }
      if (isLetter(work)) {
        return transactions.write(() -> beginLetter(work, id));
      }
      Optional<Node> item = transactions.write(() -> begin(work, id));
      Optional<Node> twin = item.flatMap(items::twin);
      if (twin.isPresent()) {
        transactions.write(() -> finish(work, node -> items.copy(twin.get(), node)));
        return Optional.empty();
      }
      return item.map(node -> task(work, node));
    } catch (RuntimeException e) {
      LOG.warn("Reading of {} cannot begin, attempt {}", work.key(), work.attempt(), e);
      failed(Actor.ofSystem(), work, e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private static boolean isLetter(WorkQueue.Work work) {
    return work.queue().equals(LetterWork.QUEUE);
  }

  private Optional<Readings.Task> beginLetter(WorkQueue.Work work, NodeId id) {
    Optional<LetterWork.Order> order = letters.begin(id);
    if (order.isEmpty()) {
      queue.done(work);
    }
    return order.map(
        each -> task(work, id, each.name(), each.stored(), Optional.of(each.letter())));
  }

  private Optional<Node> begin(WorkQueue.Work work, NodeId id) {
    Optional<Node> item = items.begin(id);
    if (item.isEmpty()) {
      queue.done(work);
    }
    return item;
  }

  private Readings.Task task(WorkQueue.Work work, Node item) {
    return task(work, item.id(), item.name(), item.contents().get(Cm.CONTENT), Optional.empty());
  }

  private Readings.Task task(
      WorkQueue.Work work,
      NodeId id,
      String name,
      ContentInfo original,
      Optional<DocumentReader.Letter> letter) {
    return new Readings.Task(
        work.id() + "." + work.lease(),
        id,
        name,
        original.sha256(),
        original.size(),
        work.attempt(),
        letter,
        terms.lease());
  }

  /**
   * The work under a lease.
   *
   * @throws Readings.LeaseLost when nothing is leased under it
   */
  private WorkQueue.Work leased(String lease) {
    Matcher parts = LEASE.matcher(lease);
    if (!parts.matches()) {
      throw new Readings.LeaseLost(lease);
    }
    long id = Long.parseLong(parts.group(1));
    return queue
        .leased(QUEUE, id, parts.group(2))
        .or(() -> queue.leased(LetterWork.QUEUE, id, parts.group(2)))
        .orElseThrow(() -> new Readings.LeaseLost(lease));
  }

  /**
   * Which item is leased.
   *
   * @throws Readings.LeaseLost when none is under that lease
   */
  public NodeId item(String lease) {
    return NodeId.of(leased(lease).key());
  }

  /** An original's bytes. */
  public record Original(ContentInfo info, InputStream bytes) {}

  /**
   * Opens the original that is leased.
   *
   * @throws Readings.LeaseLost when none is under that lease
   * @throws NotFound when it was deleted meanwhile
   */
  public Original open(String lease) {
    WorkQueue.Work work = leased(lease);
    NodeId id = NodeId.of(work.key());
    QName source = source(work);
    ContentInfo info = nodes.get(Caller.ofSystem(), id).contents().get(source);
    if (info == null) {
      throw new NotFound(id);
    }
    return new Original(info, contents.open(Caller.ofSystem(), id, source));
  }

  /** A letter's source may be gone since the work was taken: it was replaced, or is written. */
  private QName source(WorkQueue.Work work) {
    if (!isLetter(work)) {
      return Cm.CONTENT;
    }
    NodeId id = NodeId.of(work.key());
    return transactions
        .write(() -> letters.begin(id))
        .map(LetterWork.Order::source)
        .orElseThrow(() -> new NotFound(id));
  }

  Path file(Readings.Task task) {
    return contents.file(Caller.ofSystem(), task.item(), source(leased(task.lease())));
  }

  /** Stores a stream that was made of an original; kept only when a result names it. */
  public ContentInfo store(InputStream bytes, String mediaType) {
    return contents.store(bytes, mediaType);
  }

  /** Shows how far a reading has come. */
  public void progress(NodeId item, int done, int of) {
    progress.set(item, done, of);
  }

  /** Makes a lease longer; false when it was lost. */
  public boolean extend(String lease) {
    try {
      return queue.extend(leased(lease), terms.lease());
    } catch (Readings.LeaseLost e) {
      return false;
    }
  }

  /**
   * Keeps what was read and commits. Not to be called in a transaction.
   *
   * @throws Readings.LeaseLost when the lease was lost; nothing is kept
   */
  public void keep(Actor reader, String lease, ReadingResult result) {
    WorkQueue.Work work = leased(lease);
    if (isLetter(work)) {
      throw new IllegalArgumentException("A letter was asked for, not a reading");
    }
    Map<QName, ContentInfo> renditions = new HashMap<>(result.renditions());
    byte[] suggestions = suggestions(result).json();
    renditions.put(
        Cor.SUGGESTIONS, store(new ByteArrayInputStream(suggestions), "application/json"));
    result
        .mail()
        .ifPresent(
            mail ->
                renditions.put(
                    Cor.MAIL_DETAILS,
                    store(new ByteArrayInputStream(mail.json()), "application/json")));
    ReadingResult whole =
        new ReadingResult(
            result.mediaType(),
            result.pageCount(),
            result.recognisedPages(),
            result.confidence(),
            result.warnings(),
            result.firstPage(),
            result.codes(),
            result.mail(),
            renditions);
    transactions.write(() -> finish(work, node -> items.ready(reader, node, whole)));
    checkpoint.reached("result-kept");
  }

  private static LetterSuggestions suggestions(ReadingResult result) {
    String page = result.firstPage().orElse("");
    return result
        .mail()
        .map(mail -> new MailSuggestions(mail, page).suggestions())
        .orElseGet(() -> LetterSuggestions.of(page));
  }

  /** The media type of the letters that are written so. */
  public static String mediaType(DocumentReader.Letter letter) {
    if (letter instanceof DocumentReader.Rows) {
      return "application/x-ndjson";
    }
    return letter instanceof DocumentReader.Merge ? WORD : "application/pdf";
  }

  /**
   * What letter is asked for.
   *
   * @throws Readings.LeaseLost when none is under that lease
   */
  public DocumentReader.Letter letter(String lease) {
    WorkQueue.Work work = leased(lease);
    return transactions
        .write(
            () ->
                isLetter(work)
                    ? letters.begin(NodeId.of(work.key()))
                    : Optional.<LetterWork.Order>empty())
        .map(LetterWork.Order::letter)
        .orElseThrow(() -> new Readings.LeaseLost(lease));
  }

  /**
   * Keeps a letter that was written and commits. Not to be called in a transaction.
   *
   * @param letter stored
   * @param unfilled names of fields that stand in it where values should
   * @throws Readings.LeaseLost when the lease was lost; nothing is kept
   */
  public void keepLetter(Actor writer, String lease, ContentInfo letter, List<String> unfilled) {
    WorkQueue.Work work = leased(lease);
    if (!isLetter(work)) {
      throw new IllegalArgumentException("A reading was asked for, not a letter");
    }
    transactions.write(
        () -> finish(work, node -> letters.keep(writer, node.id(), letter, unfilled)));
    checkpoint.reached("letter-kept");
  }

  /**
   * Sets an original aside that cannot be read, and commits.
   *
   * @throws Readings.LeaseLost when the lease was lost; nothing happens
   */
  public void refuse(Actor reader, String lease, DocumentReader.Refused refused) {
    WorkQueue.Work work = leased(lease);
    transactions.write(() -> finish(work, node -> refused(reader, work, node, refused)));
  }

  private void refused(
      Actor reader, WorkQueue.Work work, Node node, DocumentReader.Refused refused) {
    if (isLetter(work)) {
      letters.refuse(reader, node.id(), new Reason(refused.reason(), refused.explanation()));
    } else {
      items.refused(reader, node, refused);
    }
  }

  /**
   * Has a failed reading tried again later, or sets it aside after its last try.
   *
   * @throws Readings.LeaseLost when the lease was lost; nothing happens
   */
  public void failed(Actor reader, String lease, String why) {
    failed(reader, leased(lease), why);
  }

  private void failed(Actor reader, WorkQueue.Work work, String why) {
    progress.end(NodeId.of(work.key()));
    if (work.attempt() >= terms.attempts()) {
      giveUp(reader, work);
    } else {
      queue.later(work, terms.backoff().multipliedBy(1L << (work.attempt() - 1)), why);
    }
  }

  private void giveUp(Actor reader, WorkQueue.Work work) {
    transactions.write(
        () ->
            finish(
                work,
                node -> {
                  if (isLetter(work)) {
                    letters.refuse(reader, node.id(), LETTER_FAILED);
                  } else {
                    items.quarantine(reader, node, FAILED, Map.of());
                  }
                }));
  }

  /** Gives back what was not read, as if it had not been taken; nothing when the lease was lost. */
  public void release(String lease) {
    try {
      WorkQueue.Work work = leased(lease);
      progress.end(NodeId.of(work.key()));
      queue.release(work);
    } catch (Readings.LeaseLost e) {
      LOG.debug("There was nothing to give back", e);
    }
  }

  /** Makes due at once what was leased to readers that are known to be dead. */
  void releaseAll() {
    int released = queue.releaseAll(QUEUE) + queue.releaseAll(LetterWork.QUEUE);
    if (released > 0) {
      LOG.info("{} readings that were under way are begun again", released);
    }
  }

  private void finish(WorkQueue.Work work, Consumer<Node> change) {
    if (!queue.done(work)) {
      throw new Readings.LeaseLost(work.id() + "." + work.lease());
    }
    NodeId id = NodeId.of(work.key());
    progress.end(id);
    // Deleted or declared while it was being read: nothing to keep. Held: it may be being filed
    // right now.
    nodes
        .find(Caller.ofSystem(), id)
        .map(found -> nodes.hold(Caller.ofSystem(), id))
        .filter(held -> DeclaredRecord.of(held).isEmpty())
        .ifPresent(change);
  }
}
