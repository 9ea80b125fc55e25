package org.chancery.core.http;

import java.util.Map;
import java.util.Objects;

/**
 * Remembers the answers to creating requests that carried an {@code Idempotency-Key}, so that a
 * client which never saw the answer can send the same request again and get it without anything
 * being created twice (design § 6).
 *
 * <p>Both methods join the transaction in progress, the one that creates: reserve, create,
 * complete, commit. A transaction that rolls back or dies takes its reservation with it, so that
 * the next try is fresh again, and only answers to what really happened are kept. Answers are kept
 * for 24 hours.
 *
 * <p>A host reads the request's whole body first (an upload into a temporary blob, hashed on the
 * way), then begins the transaction and reserves.
 */
public interface IdempotencyStore {

  /**
   * Looks the key up and, when it is new, holds it until the transaction in progress ends. Never
   * waits for another request.
   *
   * @param user the account whose key it is: the same key of another account is another key
   * @param key the header's value, as sent; 1 to 255 characters
   * @param requestHash a collision-free hash of method, path and body: what makes it the same
   *     request
   * @throws IllegalArgumentException when the key is empty or too long
   */
  Reservation reserve(String user, String key, String requestHash);

  /**
   * Keeps the answer for later replays, within the transaction in progress.
   *
   * @throws IllegalStateException when the key was not found {@link Fresh} in this transaction
   */
  void complete(String user, String key, Answer answer);

  /** What {@link #reserve} found. */
  sealed interface Reservation {}

  /** New: do the work, then call {@link #complete}, then commit. */
  record Fresh() implements Reservation {}

  /** Answered before: send this answer again and do nothing. */
  record Replay(Answer answer) implements Reservation {}

  /** The key was used for another request: 422, do nothing. */
  record Mismatch() implements Reservation {}

  /** The same key is being worked on right now: 409, the client tries again in a moment. */
  record InProgress() implements Reservation {}

  /**
   * An answer as it was sent.
   *
   * @param status HTTP status
   * @param headers those that belong to the answer, such as {@code Location} and {@code ETag}
   * @param body JSON text; empty text for none
   */
  record Answer(int status, Map<String, String> headers, String body) {

    /** Copies the headers. */
    public Answer {
      headers = Map.copyOf(headers);
      Objects.requireNonNull(body, "body");
    }
  }
}
