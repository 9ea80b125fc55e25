package org.chancery.core.screening;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.core.access.AccessLists;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Screens what is written about stakeholders. The list lies in the tree as a document with
 * versions, which the privacy officer changes like any other.
 */
public final class Screening {
  private static final Logger LOG = LoggerFactory.getLogger(Screening.class);
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String NAME = "Screening of notes.txt";
  private static final int LONGEST_REASON = 4000;

  private final Nodes nodes;
  private final Contents contents;
  private final Permissions permissions;
  private final NodeId folder;
  private final NodeId list;
  private final AuditTrail audit;
  private final Clock clock;
  private volatile Loaded loaded = new Loaded("", Screen.of(Screen.shipped()));

  private record Loaded(String sha256, Screen screen) {}

  /**
   * On these ports.
   *
   * @param folder in which the list lies
   * @param list the node the list has, or is to have
   */
  public Screening(
      Nodes nodes,
      Contents contents,
      Permissions permissions,
      NodeId folder,
      NodeId list,
      AuditTrail audit,
      Clock clock) {
    this.nodes = nodes;
    this.contents = contents;
    this.permissions = permissions;
    this.folder = folder;
    this.list = list;
    this.audit = audit;
    this.clock = clock;
  }

  /** Puts the shipped list where it can be changed, unless there is one; not in a transaction. */
  public void start(Transactions transactions) {
    if (transactions.read(() -> nodes.find(SYSTEM, list)).isPresent()) {
      return;
    }
    ContentInfo stored = stored(Screen.shipped());
    transactions.write(
        () -> {
          if (nodes.find(SYSTEM, list).isEmpty()) {
            nodes.create(SYSTEM, new NewNode(list, folder, Cm.CONTENT, NAME, Set.of(), Map.of()));
            contents.attach(SYSTEM, list, Cm.CONTENT, stored);
            permissions.set(SYSTEM, list, AccessLists.ofCommonFolder());
          }
        });
  }

  private ContentInfo stored(String text) {
    return contents.store(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "text/plain");
  }

  /** The list as it is now. */
  public String list() {
    boolean there =
        nodes.find(SYSTEM, list).filter(n -> n.contents().containsKey(Cm.CONTENT)).isPresent();
    return there ? written() : Screen.shipped();
  }

  /**
   * Stores a list that is to take this one's place; not to be called within a transaction.
   *
   * @throws Invalid naming the line that is not well
   */
  public ContentInfo checked(String text) {
    try {
      Screen.of(text);
    } catch (IllegalArgumentException e) {
      throw new Invalid(Map.of("text", String.valueOf(e.getMessage())));
    }
    return stored(text);
  }

  /** Puts a {@link #checked} list in place, within the transaction in progress. */
  public void change(Actor actor, ContentInfo stored) {
    contents.attach(actor.caller().elevated(), list, Cm.CONTENT, stored);
    audit.record(actor.did(Action.UPDATE, list, Map.of("what", "screening")));
  }

  /** What is flagged in a text, by the list as it is now. */
  public List<Flag> of(String text) {
    return screen().flags(text);
  }

  private Screen screen() {
    Optional<ContentInfo> content =
        nodes.find(SYSTEM, list).map(Node::contents).map(all -> all.get(Cm.CONTENT));
    if (content.isPresent() && !content.get().sha256().equals(loaded.sha256())) {
      loaded = new Loaded(content.get().sha256(), read());
    }
    return loaded.screen();
  }

  /** A list that cannot be understood is no reason to let everything pass: the last one stays. */
  private Screen read() {
    try {
      return Screen.of(written());
    } catch (IllegalArgumentException e) {
      LOG.error("The list of what is flagged in notes is not used: {}", e.getMessage());
      return loaded.screen();
    }
  }

  private String written() {
    try (InputStream in = contents.open(SYSTEM, list, Cm.CONTENT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What marks a text whose author keeps what was flagged; empty when nothing was.
   *
   * @throws WordsFlagged with what has no confirmation
   * @throws Invalid for a confirmation without a reason
   */
  public Map<QName, Object> require(Actor actor, String text, List<Confirmation> confirmations) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Confirmation each : confirmations) {
      if (each.flag() == null
          || each.reason() == null
          || each.reason().isBlank()
          || each.reason().length() > LONGEST_REASON) {
        throw new Invalid(
            Map.of("confirmations", "must each name a flag, and a reason for keeping it"));
      }
      reasons.put(each.flag(), each.reason().strip());
    }
    List<Flag> found = of(text);
    List<Flag> open = found.stream().filter(flag -> !reasons.containsKey(flag.flag())).toList();
    if (!open.isEmpty()) {
      throw new WordsFlagged(open);
    }
    List<String> flags = found.stream().map(Flag::flag).distinct().toList();
    if (flags.isEmpty()) {
      return Map.of();
    }
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(Stk.FLAGS, flags);
    values.put(
        Stk.FLAG_REASON,
        flags.stream().map(reasons::get).distinct().collect(Collectors.joining("\n")));
    values.put(Stk.FLAG_CONFIRMED_BY, actor.caller().user());
    values.put(Stk.FLAG_CONFIRMED_AT, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    values.put(Stk.FLAG_REVIEW, FlagReviews.OPEN);
    return values;
  }
}
