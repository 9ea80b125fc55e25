package org.chancery.acceptance.verification;

/**
 * What became of one test.
 *
 * @param part where it ran
 * @param in the class
 * @param name the test, with its parameter if it has one
 * @param result what came of it
 * @param reason why it failed or was skipped; empty when it passed
 */
record Outcome(Part part, String in, String name, Result result, String reason) {

  /** Where tests run. */
  enum Part {
    CONTRACTS("Contracts of the ports, inside the repository"),
    ACCEPTANCE("Acceptance suite, over HTTP"),
    BROWSER("Acceptance suite, in Chromium in Share");

    private final String title;

    Part(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /** What can come of a test. */
  enum Result {
    PASSED,
    FAILED,
    SKIPPED
  }

  /** The method, without its parameter. */
  String method() {
    return in + "#" + name.replaceAll("[\\s(\\[].*", "");
  }
}
