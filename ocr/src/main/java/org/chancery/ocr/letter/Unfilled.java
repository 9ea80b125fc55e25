package org.chancery.ocr.letter;

/**
 * A merge field that got no value; its name stands in the letter, marked, where the value would.
 *
 * @param name as the template has it
 * @param reason {@code unknown}: nothing has that name; {@code empty}: the case has no value for
 *     it; {@code nested}: it stands inside another field, which is not supported
 */
public record Unfilled(String name, String reason) {
  /** No value has that name. */
  public static final String UNKNOWN = "unknown";

  /** The value is empty. */
  public static final String EMPTY = "empty";

  /** It stands inside a field of another kind. */
  public static final String NESTED = "nested";
}
