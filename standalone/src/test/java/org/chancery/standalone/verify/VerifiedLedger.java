package org.chancery.standalone.verify;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What {@code ./chancery verify} finds and prints about a ledger elsewhere.
 *
 * @param well whether all is
 * @param text as printed
 */
public record VerifiedLedger(boolean well, String text) {

  /** Verifies. */
  public static VerifiedLedger of(String url, Path witness) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    boolean well =
        LedgerCheck.ofDatabase(
            url, witness, new PrintStream(printed, true, StandardCharsets.UTF_8));
    return new VerifiedLedger(well, printed.toString(StandardCharsets.UTF_8));
  }
}
