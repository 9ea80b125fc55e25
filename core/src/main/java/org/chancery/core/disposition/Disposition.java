package org.chancery.core.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.schedule.Series;
import org.chancery.core.vocabulary.Rec;

/**
 * What is to happen with some folders of one series (requirement R6).
 *
 * @param number by which people cite it, such as {@code D-2026-000001}
 * @param action what is to happen
 * @param state how far it has come
 * @param series code of the series that all of it belongs to
 * @param proposedBy who proposed it by hand; empty when it was proposed by rule
 * @param proposedReason why, when it was by hand
 * @param approvals in their order
 * @param rejection when it was rejected
 * @param counts of its folders
 * @param transfer how far its transfer has come; empty when it is none
 * @param accession the number that the National Archives gave
 * @param startedAt when it began to be carried out
 * @param endedAt when it was done with
 * @param problem what still keeps it from being done with
 */
public record Disposition(
    NodeId id,
    String number,
    Series.FinalAction action,
    State state,
    String series,
    Instant proposedAt,
    Optional<String> proposedBy,
    Optional<String> proposedReason,
    List<Approval> approvals,
    Optional<Rejection> rejection,
    Counts counts,
    Optional<String> transfer,
    Optional<String> accession,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<String> problem) {

  /** How far a disposition has come. */
  public enum State {
    /** It waits for approval. */
    PROPOSED,
    /** It has the approvals it needs. */
    APPROVED,
    /** It is being carried out. */
    EXECUTING,
    /** It was carried out and certified. */
    DONE,
    /** It was rejected, or nothing is left in it. */
    REJECTED;

    /** As it is stored. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether what it names is in its hand. */
    public boolean open() {
      return compareTo(DONE) < 0;
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** An officer's approval. */
  public record Approval(String by, Instant at, String reason) {}

  /**
   * Why it came to nothing.
   *
   * @param by empty when nothing was left in it
   * @param until from which day it may be proposed again
   */
  public record Rejection(
      Optional<String> by, Instant at, String reason, Optional<LocalDate> until) {}

  /**
   * Of its folders.
   *
   * @param items all that it has named
   * @param done with which it was carried out
   * @param withdrawn which it left behind
   * @param documents in those that were not left behind
   * @param bytes of their originals
   */
  public record Counts(int items, int done, int withdrawn, int documents, long bytes) {
    /** How many are still to be decided. */
    public int open() {
      return items - done - withdrawn;
    }
  }

  /** How many officers must approve it: two when it destroys (requirement R6). */
  public int needed() {
    return action == Series.FinalAction.DESTROY ? 2 : 1;
  }

  static Disposition of(Node node) {
    List<String> by = node.list(Rec.APPROVED_BY);
    List<Instant> at = node.list(Rec.APPROVAL_TIMES);
    List<String> why = node.list(Rec.APPROVAL_REASONS);
    List<Approval> approvals = new ArrayList<>();
    for (int i = 0; i < by.size(); i++) {
      approvals.add(new Approval(by.get(i), at.get(i), why.get(i)));
    }
    return new Disposition(
        node.id(),
        node.name(),
        Series.FinalAction.valueOf(
            node.text(Rec.DISPOSITION_ACTION).orElseThrow().toUpperCase(Locale.ROOT)),
        State.of(node.text(Rec.DISPOSITION_STATE).orElseThrow()),
        node.text(Rec.DISPOSITION_SERIES).orElse(""),
        node.instant(Rec.PROPOSED_AT).orElse(node.createdAt()),
        node.text(Rec.PROPOSED_BY),
        node.text(Rec.PROPOSED_REASON),
        List.copyOf(approvals),
        node.instant(Rec.REJECTED_AT)
            .map(
                when ->
                    new Rejection(
                        node.text(Rec.REJECTED_BY),
                        when,
                        node.text(Rec.DISPOSITION_REASON).orElse(""),
                        node.date(Rec.REJECTED_UNTIL))),
        new Counts(
            DispositionBook.number(node, Rec.ITEM_COUNT),
            DispositionBook.number(node, Rec.ITEMS_DONE),
            DispositionBook.number(node, Rec.ITEMS_WITHDRAWN),
            DispositionBook.number(node, Rec.DISPOSITION_DOCUMENTS),
            DispositionBook.big(node, Rec.DISPOSITION_BYTES)),
        node.text(Rec.TRANSFER_STATE),
        node.text(Rec.ACCESSION),
        node.instant(Rec.STARTED_AT),
        node.instant(Rec.ENDED_AT),
        node.text(Rec.DISPOSITION_PROBLEM));
  }
}
