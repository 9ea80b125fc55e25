package org.chancery.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * One row of the ledger, column by column as stored. Texts are kept as the bytes of their UTF-8, so
 * that verification hashes what the database holds and not what decoding made of it.
 *
 * @param id time-ordered UUID
 * @param at microseconds since 1970, what a {@code timestamptz} can hold
 * @param object null when there is none
 * @param details JSON text
 */
record Entry(
    UUID id,
    long at,
    byte[] actor,
    byte[] action,
    UUID object,
    byte[] outcome,
    byte[] source,
    byte[] details) {

  /** Writes every column the writer's code covers. */
  Encoding encode(Encoding encoding) {
    return encoding
        .uuid(id)
        .number(at)
        .bytes(actor)
        .bytes(action)
        .uuid(object)
        .bytes(outcome)
        .bytes(source)
        .bytes(details);
  }

  static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
