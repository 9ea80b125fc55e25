package org.chancery.acceptance.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project under test lies: its launcher and what came with it. */
public final class Installation {
  private Installation() {}

  /** The folder that holds the launcher. */
  public static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.isExecutable(at.resolve("chancery"))) {
      at = at.getParent();
    }
    if (at == null) {
      throw new IllegalStateException(
          "No executable 'chancery' above " + Path.of("").toAbsolutePath());
    }
    return at;
  }
}
