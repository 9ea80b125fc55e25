package org.chancery.core.memory;

import org.chancery.core.http.IdempotencyStore;

/** Remembered answers in memory. */
public final class MemoryAnswers implements IdempotencyStore {
  private final MemoryHost host;

  MemoryAnswers(MemoryHost host) {
    this.host = host;
  }

  @Override
  public Reservation reserve(String user, String key, String requestHash) {
    host.requireTransaction();
    MemoryState.Remembered known = host.state.answers.get(user + "\n" + key);
    if (known == null) {
      host.state.answers.put(user + "\n" + key, new MemoryState.Remembered(requestHash, null));
      return new Fresh();
    }
    if (!known.hash().equals(requestHash)) {
      return new Mismatch();
    }
    return known.answer() == null ? new InProgress() : new Replay(known.answer());
  }

  @Override
  public void complete(String user, String key, Answer answer) {
    host.requireTransaction();
    host.state.answers.computeIfPresent(
        user + "\n" + key, (k, known) -> new MemoryState.Remembered(known.hash(), answer));
  }
}
