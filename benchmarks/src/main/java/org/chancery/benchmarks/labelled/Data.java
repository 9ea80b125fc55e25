package org.chancery.benchmarks.labelled;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.chancery.core.addresses.AddressCheck;

/** The lists that the made-up people are drawn from. */
final class Data {
  private Data() {}

  /** The lines of a list beside this class, without its remarks. */
  static List<String> lines(String name) {
    try (InputStream in = Objects.requireNonNull(Data.class.getResourceAsStream(name), name)) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Code, city, state and county of every ZIP code, parted by tabs. */
  static List<String> zipCodes() {
    String name = "zip-codes.tsv.gz";
    try (InputStream in =
            Objects.requireNonNull(AddressCheck.class.getResourceAsStream(name), name);
        InputStream plain = new GZIPInputStream(in)) {
      return read(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static List<String> read(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }
}
