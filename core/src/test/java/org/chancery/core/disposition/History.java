package org.chancery.core.disposition;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What may happen in an office, in whatever order. */
final class History {
  /** The first are case folders; the last is a folder of the library, in another one. */
  static final int FOLDERS = 4;

  private static final List<Kind> DESTROYED =
      List.of(
          Kind.CLOSE,
          Kind.REVIEW_TEMPORARY,
          Kind.FAR_FORWARD,
          Kind.RUN,
          Kind.APPROVE_ANN,
          Kind.APPROVE_BOB,
          Kind.CARRY_OUT);
  private static final List<Kind> TRANSFERRED =
      List.of(
          Kind.CLOSE,
          Kind.REVIEW_PERMANENT,
          Kind.FAR_FORWARD,
          Kind.RUN,
          Kind.APPROVE_BOB,
          Kind.PACKAGE,
          Kind.SEND,
          Kind.RECEIPT,
          Kind.CUSTODY,
          Kind.CARRY_OUT);

  private History() {}

  /** What can happen. */
  enum Kind {
    NOTE,
    FILE_LATE,
    CLOSE,
    REOPEN,
    HOLD_FOLDER,
    HOLD_FILE,
    HOLD_DOCUMENT,
    HOLD_ABOVE,
    HOLD_SEARCH,
    RELEASE,
    REVIEW_TEMPORARY,
    REVIEW_PERMANENT,
    OTHER_SERIES,
    RESCHEDULE,
    HOURS_FORWARD,
    FORWARD,
    FAR_FORWARD,
    BACK,
    RUN,
    PROPOSE,
    APPROVE_ANN,
    APPROVE_BOB,
    REJECT,
    REJECT_ONE,
    PACKAGE,
    SEND,
    RECEIPT,
    CUSTODY,
    NOT_ACCEPTED,
    CARRY_OUT,
    KILL;

    /** Whether it is done to a folder that is there. */
    boolean ofFolder() {
      return compareTo(RESCHEDULE) < 0 || this == PROPOSE || this == REJECT_ONE;
    }
  }

  /** Something that happens, to a folder, by an amount. */
  record Step(Kind kind, int folder, int amount) {}

  /** The course of things, again and again, with anything at all in between. */
  static Arbitrary<List<Step>> any() {
    Arbitrary<Kind> between =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.just(Kind.FORWARD)),
            Tuple.of(1, Arbitraries.of(Kind.NOTE, Kind.FAR_FORWARD, Kind.KILL)),
            Tuple.of(3, Arbitraries.of(Kind.class)));
    Arbitrary<Step> any =
        Combinators.combine(
                between,
                Arbitraries.integers().between(0, FOLDERS - 1),
                Arbitraries.integers().between(1, 12))
            .as(Step::new);
    Arbitrary<List<Step>> round =
        Arbitraries.of(List.of(DESTROYED, TRANSFERRED))
            .flatMap(
                course ->
                    Arbitraries.integers()
                        .between(0, FOLDERS - 1)
                        .flatMap(folder -> round(course, folder, any)));
    return round.list().ofMinSize(2).ofMaxSize(3).map(History::joined);
  }

  private static Arbitrary<List<Step>> round(List<Kind> course, int folder, Arbitrary<Step> any) {
    List<Arbitrary<List<Step>>> parts = new ArrayList<>();
    for (Kind kind : course) {
      parts.add(
          Arbitraries.frequencyOf(
              Tuple.of(2, Arbitraries.just(List.of())), Tuple.of(1, any.list().ofSize(1))));
      parts.add(
          Arbitraries.integers()
              .between(8, 12)
              .map(amount -> List.of(new Step(kind, folder, amount))));
    }
    return Combinators.combine(parts).as(History::joined);
  }

  private static List<Step> joined(List<List<Step>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }
}
