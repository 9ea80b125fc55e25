package org.chancery.core.doubles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chancery.core.repository.NodeId;
import org.chancery.model.QName;

/**
 * What a merge changed, in the order in which it did, as lines that are kept with the merged entry.
 * It lives and is destroyed with that entry.
 */
final class Journal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Entry> entries = new ArrayList<>();

  /** Something that was changed. */
  sealed interface Entry {}

  /** A node was below another one, and of that name. */
  record Moved(NodeId node, NodeId from, String name) implements Entry {}

  /** How a relation was changed. */
  enum How {
    /** It is there now. */
    TIED,
    /** It led to the merged entry, in whose place the other one is now. */
    UNTIED,
    /** It was between what is one now, or came from the merged entry. */
    LOOSED
  }

  /** A relation. */
  record Tie(How how, NodeId source, QName relation, NodeId target) implements Entry {}

  /** A text or a list of texts, {@code null} for none. */
  record Field(NodeId node, QName property, Object was, Object is) implements Entry {}

  /** The entry has it from the merged one. */
  record Added(QName aspect) implements Entry {}

  /** A private contact or card that is another component's than the entry's owner. */
  record Kept(NodeId node) implements Entry {}

  void add(Entry entry) {
    entries.add(entry);
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** One a line. */
  List<String> lines() {
    return entries.stream().map(Journal::line).toList();
  }

  /** One of them. */
  static String line(Entry entry) {
    if (entry instanceof Moved moved) {
      return "moved " + moved.node() + " " + moved.from() + " " + moved.name();
    }
    if (entry instanceof Tie tie) {
      return tie.how() + " " + tie.source() + " " + tie.relation() + " " + tie.target();
    }
    if (entry instanceof Field field) {
      return "field " + field.node() + " " + field.property() + " " + json(field);
    }
    if (entry instanceof Added added) {
      return "added " + added.aspect();
    }
    return "kept " + ((Kept) entry).node();
  }

  private static String json(Field field) {
    try {
      return JSON.writeValueAsString(Arrays.asList(field.was(), field.is()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A text can be written", e);
    }
  }

  /** Reads what {@link #lines} wrote. */
  static List<Entry> read(List<String> lines) {
    return lines.stream().map(Journal::read).toList();
  }

  private static Entry read(String line) {
    String[] parts = line.split(" ", 4);
    return switch (parts[0]) {
      case "moved" -> new Moved(NodeId.of(parts[1]), NodeId.of(parts[2]), parts[3]);
      case "field" -> field(NodeId.of(parts[1]), QName.of(parts[2]), parts[3]);
      case "added" -> new Added(QName.of(parts[1]));
      case "kept" -> new Kept(NodeId.of(parts[1]));
      default ->
          new Tie(
              How.valueOf(parts[0]), NodeId.of(parts[1]), QName.of(parts[2]), NodeId.of(parts[3]));
    };
  }

  private static Field field(NodeId node, QName property, String json) {
    try {
      List<?> both = JSON.readValue(json, List.class);
      return new Field(node, property, both.get(0), both.get(1));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The journal of a merge cannot be read", e);
    }
  }
}
