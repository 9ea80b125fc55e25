package org.chancery.intakeprocess;

/** The repository answered, but did not do what it was asked to; others' requests may go well. */
final class CallFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CallFailed(String what, Answer answer) {
    super(
        what
            + " was refused: "
            + answer.status()
            + (answer.code().isEmpty() ? "" : " " + answer.code())
            + ", "
            + answer.detail());
  }
}
