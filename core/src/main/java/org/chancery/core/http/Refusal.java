package org.chancery.core.http;

/** A request cannot be done as it was sent; carries the problem to answer with. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** The problem to answer with. */
  public Refusal(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** A refusal with nothing but code, title and detail. */
  public static Refusal of(int status, String code, String title, String detail) {
    return new Refusal(Problem.of(status, code, title, detail));
  }

  /** The request is malformed in the way the detail says. */
  public static Refusal badRequest(String code, String detail) {
    return of(400, code, "The request cannot be understood", detail);
  }

  /** The problem to answer with. */
  public Problem problem() {
    return problem;
  }
}
