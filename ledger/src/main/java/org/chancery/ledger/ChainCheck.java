package org.chancery.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;

/**
 * Follows the chain seal by seal and says what is wrong with each. Goes on after a bad one with the
 * hash that is stored, so that every bad row is named and not everything behind the first.
 */
final class ChainCheck {
  private final Chain chain;
  private final Iterator<Head> witness;
  private final Findings findings;

  private long sequence;
  private byte[] stored = Chain.beginning();
  private byte[] computed = stored;
  private long sealedAt;
  private Optional<Instant> firstSealedAt = Optional.empty();
  private long count;
  private long entries;

  private Head nextWitnessed;
  private Head lastWitnessed;
  private boolean notAsWitnessed;

  /**
   * A check from the beginning.
   *
   * @param witness the genuine heads, by rising sequence
   */
  ChainCheck(Chain chain, Iterator<Head> witness, Findings findings) {
    this.chain = chain;
    this.witness = witness;
    this.findings = findings;
    this.nextWitnessed = witness.hasNext() ? witness.next() : null;
  }

  /** The next seal. */
  void seal(SealBlocks.Seal seal) {
    Chain.Link link = seal.link();
    UUID entry = seal.entry();
    byte[] hash = seal.hash();
    Chain.Written written = seal.written();
    count++;
    boolean linked = true;
    if (link.sequence() <= sequence) {
      findings.add(new Finding.Doubled(link.sequence()));
      return;
    }
    if (link.sequence() > sequence + 1) {
      findings.add(new Finding.Gap(sequence + 1, link.sequence() - 1));
      linked = false;
    }
    if (written == null) {
      findings.add(new Finding.Missing(link.sequence(), entry));
      computed = hash;
    } else {
      entries++;
      boolean genuine = chain.genuine(written);
      // Without the seal before, its hash is not known and this one cannot be computed.
      boolean fits = !linked || fits(link, hash, written);
      if (!fits) {
        findings.add(
            genuine && chain.checksCodes()
                ? new Finding.Relinked(link.sequence(), entry)
                : new Finding.Altered(link.sequence(), entry));
      } else if (!genuine) {
        findings.add(new Finding.Forged(link.sequence(), entry));
      }
    }
    sequence = link.sequence();
    stored = hash;
    sealedAt = link.sealedAt();
    if (firstSealedAt.isEmpty()) {
      firstSealedAt = Optional.of(Entry.instant(sealedAt));
    }
    compareWithWitness();
  }

  /** The end of the chain. */
  void end() {
    while (nextWitnessed != null) {
      lastWitnessed = nextWitnessed;
      nextWitnessed = witness.hasNext() ? witness.next() : null;
    }
    if (lastWitnessed != null && lastWitnessed.sequence() > sequence) {
      findings.add(new Finding.BehindWitness(sequence, lastWitnessed));
    }
  }

  long count() {
    return count;
  }

  /** How many different entries were met. */
  long entries() {
    return entries;
  }

  Optional<Head> head() {
    return sequence == 0
        ? Optional.empty()
        : Optional.of(Head.of(sequence, stored, Entry.instant(sealedAt)));
  }

  Optional<Instant> firstSealedAt() {
    return firstSealedAt;
  }

  Optional<Head> witnessed() {
    return Optional.ofNullable(lastWitnessed);
  }

  /**
   * Whether the hash is right after the stored hash before it; or after the right one, where that
   * was itself edited and has been reported.
   */
  private boolean fits(Chain.Link link, byte[] hash, Chain.Written written) {
    byte[] before = computed;
    computed = chain.hash(stored, link, written);
    if (Arrays.equals(computed, hash)) {
      return true;
    }
    if (before != stored && !Arrays.equals(before, stored)) {
      computed = chain.hash(before, link, written);
      return Arrays.equals(computed, hash);
    }
    return false;
  }

  private void compareWithWitness() {
    while (nextWitnessed != null && nextWitnessed.sequence() <= sequence) {
      if (nextWitnessed.sequence() == sequence
          && !notAsWitnessed
          && !nextWitnessed.hash().equals(HexFormat.of().formatHex(stored))) {
        long after = lastWitnessed == null ? 0 : lastWitnessed.sequence();
        findings.add(new Finding.NotAsWitnessed(after, nextWitnessed));
        notAsWitnessed = true;
      }
      lastWitnessed = nextWitnessed;
      nextWitnessed = witness.hasNext() ? witness.next() : null;
    }
  }
}
