package org.chancery.core.stakeholders;

/**
 * Somebody is not entered now, and whoever tried is not told why. The work that ran into it is
 * rolled back; then {@link #ask} has those asked who decide.
 */
public final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Runnable request;

  /**
   * Stops.
   *
   * @param request has those asked who decide
   */
  public Stopped(Runnable request) {
    super("This person cannot be added now; the privacy officer has been asked.");
    this.request = request;
  }

  /** Has those asked who decide, within the transaction in progress, which is a new one. */
  public void ask() {
    request.run();
  }
}
