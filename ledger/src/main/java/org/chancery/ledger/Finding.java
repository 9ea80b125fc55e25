package org.chancery.ledger;

import java.time.Instant;
import java.util.UUID;

/** Something that is wrong with the ledger, of which a ledger left alone has nothing. */
public sealed interface Finding {

  /** The place, such as {@code entry 17} or {@code witness line 3}. */
  String where();

  /** What is wrong there, and what it means as far as can be told. */
  String what();

  /** The entry does not match its hash: it was edited after it had been sealed. */
  record Altered(long sequence, UUID entry) implements Finding {
    @Override
    public String where() {
      return entryAt(sequence, entry);
    }

    @Override
    public String what() {
      return "does not match its hash: it was changed after it had been sealed";
    }
  }

  /** The entry is genuine but the chain around it is not. */
  record Relinked(long sequence, UUID entry) implements Finding {
    @Override
    public String where() {
      return entryAt(sequence, entry);
    }

    @Override
    public String what() {
      return "is genuine, but its hash does not fit: its number, its place, its predecessor or the"
          + " hash itself was changed";
    }
  }

  /**
   * Not written by the application.
   *
   * @param sequence its number; 0 when it is not sealed
   */
  record Forged(long sequence, UUID entry) implements Finding {
    @Override
    public String where() {
      return sequence == 0 ? "unsealed entry " + entry : entryAt(sequence, entry);
    }

    @Override
    public String what() {
      return "does not match its code: it was put in by hand, or changed before it was sealed, or"
          + " the chain was made anew";
    }
  }

  /** Sealed, but the entry is gone. */
  record Missing(long sequence, UUID entry) implements Finding {
    @Override
    public String where() {
      return entryAt(sequence, entry);
    }

    @Override
    public String what() {
      return "was sealed and is no longer there: it was deleted";
    }
  }

  /** Numbers are not there. */
  record Gap(long first, long last) implements Finding {
    @Override
    public String where() {
      return first == last ? "entry " + first : "entries " + first + " to " + last;
    }

    @Override
    public String what() {
      return "are missing from the chain: the seals were deleted";
    }
  }

  /** A number is there twice, or below 1. */
  record Doubled(long sequence) implements Finding {
    @Override
    public String where() {
      return "entry " + sequence;
    }

    @Override
    public String what() {
      return "is there more than once, or before the first: rows were put in by hand";
    }
  }

  /** The same entry has several seals, or seals hide from their own index. */
  record Unaccounted(long seals, long read) implements Finding {
    @Override
    public String where() {
      return "the chain";
    }

    @Override
    public String what() {
      return "has "
          + seals
          + " seals, of which "
          + read
          + " were met by their numbers: rows or indexes were changed by hand";
    }
  }

  /** Genuine and old, but not in the chain. */
  record LeftOut(UUID entry, Instant at) implements Finding {
    @Override
    public String where() {
      return "unsealed entry " + entry + " of " + at;
    }

    @Override
    public String what() {
      return "is not in the chain though later ones are: its seal was deleted";
    }
  }

  /** The chain ends before a head that was witnessed. */
  record BehindWitness(long sequence, Head witnessed) implements Finding {
    @Override
    public String where() {
      return "after entry " + sequence;
    }

    @Override
    public String what() {
      return "the chain ends, but it had reached entry "
          + witnessed.sequence()
          + " on "
          + witnessed.at()
          + " as the witness has it: its end was cut off, or an older state was put back";
    }
  }

  /** The chain is whole but not the one that was witnessed. */
  record NotAsWitnessed(long after, Head witnessed) implements Finding {
    @Override
    public String where() {
      return "between entries " + (after + 1) + " and " + witnessed.sequence();
    }

    @Override
    public String what() {
      return "the chain is not the one that was witnessed on "
          + witnessed.at()
          + ": entries were removed, put in or put in another order, and the hashes made anew";
    }
  }

  /** A line of the witness is not ours. */
  record WitnessForged(long line) implements Finding {
    @Override
    public String where() {
      return "witness line " + line;
    }

    @Override
    public String what() {
      return "has a wrong signature, or stands out of order: the file was changed by hand";
    }
  }

  /** The witness does not know a ledger that it must have seen. */
  record WitnessMissing(Instant from, Instant to) implements Finding {
    @Override
    public String where() {
      return "the witness";
    }

    @Override
    public String what() {
      return "has no head of a chain that was sealed from "
          + from
          + " to "
          + to
          + ": the file was removed";
    }
  }

  /** Codes cannot be checked. */
  record KeyWrong(String why) implements Finding {
    @Override
    public String where() {
      return "the key";
    }

    @Override
    public String what() {
      return why + "; codes of entries and the witness cannot be checked";
    }
  }

  /** A trigger that refuses changes is gone or switched off. */
  record BarrierDown(String table) implements Finding {
    @Override
    public String where() {
      return "table " + table;
    }

    @Override
    public String what() {
      return "no longer refuses changes: its trigger was dropped or switched off";
    }
  }

  private static String entryAt(long sequence, UUID entry) {
    return "entry " + sequence + " (" + entry + ")";
  }
}
