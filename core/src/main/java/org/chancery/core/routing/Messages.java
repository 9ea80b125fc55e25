package org.chancery.core.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permissions;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * Messages between users inside a case file, kept with its notes (requirement C18). They never
 * leave the file; mail outside carries a link.
 */
public final class Messages {
  private static final int MOST_RECIPIENTS = 50;

  private final Nodes nodes;
  private final Permissions permissions;
  private final Searcher searcher;
  private final Assignees assignees;
  private final CaseFiles files;
  private final AuditTrail audit;

  Messages(
      Nodes nodes,
      Permissions permissions,
      Searcher searcher,
      Assignees assignees,
      CaseFiles files,
      AuditTrail audit) {
    this.files = files;
    this.nodes = nodes;
    this.permissions = permissions;
    this.searcher = searcher;
    this.assignees = assignees;
    this.audit = audit;
  }

  /**
   * A message.
   *
   * @param id its node
   * @param within the routing part it lies in
   * @param node as it is stored
   * @param to whom it is for
   * @param text what it says
   * @param readBy who has read it
   */
  public record Message(
      NodeId id, NodeId within, Node node, List<String> to, String text, List<String> readBy) {
    private static Message of(Node node) {
      return new Message(
          node.id(),
          node.parent().orElseThrow(),
          node,
          node.list(Cor.MESSAGE_FOR),
          node.text(Cor.NOTE_TEXT).orElse(""),
          node.list(Cor.READ_BY));
    }
  }

  /**
   * Writes to others, within the transaction in progress. Needs the permission to add to the file's
   * routing part; each recipient must be able to see that part.
   *
   * @throws Invalid for an unknown recipient, or one who does not see the file
   */
  public Message send(Actor actor, NodeId file, List<String> to, String text) {
    Node seen = nodes.get(actor.caller(), file);
    if (!seen.type().equals(Cor.CASE_FILE)) {
      throw new NotFound(file);
    }
    Taskings.requireOpen(seen);
    NodeId part = new RoutedFile(nodes, actor.caller(), file).part();
    List<String> recipients = to == null ? List.of() : to.stream().distinct().toList();
    if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
      throw new Invalid(Map.of("to", "must name between 1 and " + MOST_RECIPIENTS + " recipients"));
    }
    Taskings.requireText("text", text, Taskings.LONGEST_TEXT);
    Set<Grant> grants = permissions.effective(Caller.ofSystem(), part);
    for (String recipient : recipients) {
      Assignee found = assignees.get("to", recipient);
      if (grants.stream().noneMatch(each -> found.authorities().contains(each.authority()))) {
        throw new Invalid(Map.of("to", "'" + recipient + "' cannot see this case file"));
      }
    }
    NodeId id = NodeId.random();
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.MESSAGE_FOR, recipients);
    values.put(Cor.NOTE_TEXT, text.strip());
    Node made =
        nodes.create(
            actor.caller(),
            new NewNode(id, part, Cor.FILE_MESSAGE, "Message " + id.value(), Set.of(), values));
    files.touched(actor, files.get(actor.caller(), file), ActivityKind.NOTE, id);
    audit.record(actor.did(Action.MESSAGE, id, Map.of("caseFile", file.value())));
    return Message.of(made);
  }

  /** Every message of the file that the caller may see, the oldest first. */
  public List<Message> ofFile(Caller caller, NodeId file) {
    if (!nodes.get(caller, file).type().equals(Cor.CASE_FILE)) {
      throw new NotFound(file);
    }
    return new RoutedFile(nodes, caller, file).messages().stream().map(Message::of).toList();
  }

  /** Notes that the caller has read it, within the transaction in progress. */
  public Message read(Caller caller, NodeId id) {
    Node node = nodes.get(caller, id);
    if (!node.type().equals(Cor.FILE_MESSAGE)) {
      throw new NotFound(id);
    }
    Node held = nodes.hold(caller.elevated(), id);
    List<String> readers = new ArrayList<>(held.<String>list(Cor.READ_BY));
    if (readers.contains(caller.user())) {
      return Message.of(held);
    }
    readers.add(caller.user());
    return Message.of(
        nodes.update(
            caller.elevated(), id, Optional.empty(), Change.of(Map.of(Cor.READ_BY, readers))));
  }

  /**
   * Messages for the caller or a group of the caller's, the newest first. Not to be called within a
   * transaction.
   *
   * @param unread only those that the caller has not read
   */
  public Page<Message> own(Caller caller, boolean unread, Optional<String> cursor, int limit) {
    SearchResult result = search(caller, unread, cursor, limit);
    List<Message> items =
        nodes.findAll(caller, result.hits().stream().map(SearchResult.Hit::id).toList()).stream()
            .map(Message::of)
            .toList();
    return new Page<>(items, result.cursor());
  }

  /** The same, without reading the messages. */
  public SearchResult search(Caller caller, boolean unread, Optional<String> cursor, int limit) {
    return searcher.search(query(caller, unread, cursor, limit), caller);
  }

  private static SearchQuery query(
      Caller caller, boolean unread, Optional<String> cursor, int limit) {
    List<String> mine =
        caller.authorities().stream()
            .filter(each -> !each.equals(Caller.EVERYONE))
            .sorted()
            .toList();
    return new SearchQuery(
        unread ? "* NOT readBy:\"" + caller.user().replace("\"", "") + "\"" : "",
        List.of(Cor.FILE_MESSAGE),
        Optional.empty(),
        Map.of("messageFor", mine),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "-modified",
        cursor,
        limit);
  }
}
