package org.chancery.core.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Planned rows, a line of JSON each; read from wherever in the file one is. */
final class PlanFile implements AutoCloseable {
  private final InputStream in;
  private long at;

  /** Reads from there on; whoever calls has read to there before. */
  PlanFile(InputStream plan, long from) {
    try {
      plan.skipNBytes(from);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    in = new BufferedInputStream(plan, 1 << 16);
    at = from;
  }

  /** The next row; empty at the end. */
  Optional<PlannedRow> next() {
    try {
      ByteArrayOutputStream line = new ByteArrayOutputStream(512);
      int c = in.read();
      while (c >= 0 && c != '\n') {
        line.write(c);
        c = in.read();
      }
      at += line.size() + (c < 0 ? 0 : 1);
      return line.size() == 0
          ? Optional.empty()
          : Optional.of(StoredJson.read(line.toString(StandardCharsets.UTF_8), PlannedRow.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the next row begins. */
  long at() {
    return at;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes planned rows. */
  static final class Writer implements AutoCloseable {
    private final OutputStream out;

    Writer(OutputStream out) {
      this.out = new BufferedOutputStream(out, 1 << 16);
    }

    void add(PlannedRow row) {
      try {
        out.write(StoredJson.MAPPER.writeValueAsBytes(row));
        out.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        out.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
