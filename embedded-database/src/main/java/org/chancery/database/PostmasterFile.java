package org.chancery.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL writes into {@code postmaster.pid}.
 *
 * @param pid the postmaster's process
 * @param ready whether it accepts connections
 */
record PostmasterFile(long pid, boolean ready) {

  static final String NAME = "postmaster.pid";

  /** Empty when there is none or it is not whole yet. */
  static Optional<PostmasterFile> read(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve(NAME), StandardCharsets.ISO_8859_1);
      if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
        return Optional.empty();
      }
      boolean ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
      return Optional.of(new PostmasterFile(Long.parseLong(lines.get(0).strip()), ready));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new DatabaseException("Cannot read " + cluster.resolve(NAME), e);
    }
  }
}
