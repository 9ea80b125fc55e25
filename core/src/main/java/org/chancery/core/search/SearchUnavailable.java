package org.chancery.core.search;

/**
 * The index cannot answer now with everything that was acknowledged before the question; asking
 * again later can succeed. Answering from what it has would hide from people what they have just
 * written.
 */
public final class SearchUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what the index is waiting for
   * @param cause what keeps failing, or null
   */
  public SearchUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
