package org.chancery.archive.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads paths from standard input, one on each line, and answers each at once with a line: the
 * flavour of PDF/A that the file is, such as {@code 2b}, or a tab and why it is none. Ends with its
 * input. A process of its own for files that come from outside.
 */
public final class PdfACommand {
  private PdfACommand() {}

  /** Runs until the input ends. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String path = in.readLine(); path != null; path = in.readLine()) {
      PdfA.Found found = PdfA.find(Path.of(path));
      out.print(found.flavour() + "\t" + found.why().replaceAll("\\s+", " ") + "\n");
      out.flush();
    }
  }
}
