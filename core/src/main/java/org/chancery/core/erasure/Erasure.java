package org.chancery.core.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Stk;

/**
 * That somebody was erased, without a word of who it was.
 *
 * @param id its own
 * @param entry the identity that the entry had
 * @param state how far it has come
 * @param by who ordered it
 * @param component that owned the entry
 * @param via how the person asked
 * @param askedOn when they did
 * @param reason why
 * @param at when the entry was taken out
 * @param ended when nothing was left of it
 * @param counts what went, and how much of each
 * @param stays letters that stay
 * @param seen those of them that whoever ordered it may see
 * @param problem what stands in the way
 */
public record Erasure(
    NodeId id,
    NodeId entry,
    State state,
    String by,
    Optional<String> component,
    String via,
    Optional<LocalDate> askedOn,
    String reason,
    Instant at,
    Optional<Instant> ended,
    Map<String, Integer> counts,
    List<Letters.Stay> stays,
    List<Letters.Stay> seen,
    Optional<String> problem) {

  /** How far it has come. */
  public enum State {
    /** The entry is gone; what it left elsewhere is being erased. */
    ERASING("erasing"),
    /** Nothing is left, and there is proof of it. */
    DONE("done");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** As the model says it. */
    public String code() {
      return code;
    }
  }

  static Erasure of(Node node) {
    return new Erasure(
        node.id(),
        NodeId.of(node.text(Stk.ERASED_ENTRY).orElseThrow()),
        node.text(Stk.ERASURE_STATE).orElseThrow().equals(State.DONE.code())
            ? State.DONE
            : State.ERASING,
        node.text(Stk.ERASURE_BY).orElseThrow(),
        node.text(Stk.ERASURE_COMPONENT),
        node.text(Stk.ERASURE_VIA).orElseThrow(),
        node.date(Stk.ERASURE_ASKED_ON),
        node.text(Stk.ERASURE_REASON).orElseThrow(),
        node.instant(Stk.ERASURE_AT).orElseThrow(),
        node.instant(Stk.ERASURE_ENDED),
        counts(node.list(Stk.ERASURE_COUNTS)),
        node.<String>list(Stk.ERASURE_STAYS).stream().map(Letters.Stay::read).toList(),
        node.<String>list(Stk.ERASURE_SEEN).stream().map(Letters.Stay::read).toList(),
        node.text(Stk.ERASURE_PROBLEM));
  }

  private static Map<String, Integer> counts(List<String> lines) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    lines.forEach(
        line -> {
          int at = line.lastIndexOf('=');
          counts.put(line.substring(0, at), Integer.valueOf(line.substring(at + 1)));
        });
    return counts;
  }
}
