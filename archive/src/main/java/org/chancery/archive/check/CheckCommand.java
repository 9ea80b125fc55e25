package org.chancery.archive.check;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.chancery.archive.bag.BagCheck;
import org.chancery.archive.bag.BagContents;
import org.chancery.archive.bag.Fault;

/**
 * {@code package check [--bag-only] DIR}: prints a row for each fault on standard output (code,
 * path, what is wrong, what to do, parted by tabs), remarks and a closing line on standard error.
 * Ends with 0 when there is no fault, 1 when there is one or the folder cannot be read, 2 for wrong
 * use.
 */
public final class CheckCommand {
  private static final String BAG_ONLY = "--bag-only";
  private static final int FAULTY = 1;
  private static final int WRONG_USE = 2;

  private final PrintStream out;
  private final PrintStream errors;
  private long faults;

  CheckCommand(PrintStream out, PrintStream errors) {
    this.out = out;
    this.errors = errors;
  }

  /** Runs the command and ends the process. */
  public static void main(String[] arguments) {
    // A path that the terminal's encoding lacks must not become a question mark.
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int status = new CheckCommand(out, errors).run(List.of(arguments));
    out.flush();
    System.exit(status);
  }

  int run(List<String> arguments) {
    boolean bagOnly = arguments.contains(BAG_ONLY);
    List<String> folders = arguments.stream().filter(a -> !a.equals(BAG_ONLY)).toList();
    if (folders.size() != 1 || folders.get(0).startsWith("--")) {
      errors.println("usage: chancery package check [--bag-only] DIR");
      return WRONG_USE;
    }
    Path folder = Path.of(folders.get(0));
    if (!Files.isDirectory(folder)) {
      errors.println("chancery package check: there is no folder " + folder);
      return WRONG_USE;
    }
    try {
      return check(folder, bagOnly);
    } catch (IOException e) {
      errors.println("chancery package check: " + folder + " cannot be read: " + e.getMessage());
      return FAULTY;
    }
  }

  private int check(Path folder, boolean bagOnly) throws IOException {
    Consumer<Fault> sink = this::print;
    BagContents contents =
        bagOnly ? BagCheck.check(folder, sink) : new PackageCheck().check(folder, sink);
    errors.println(
        "chancery package check: "
            + (faults == 0 ? "no fault" : faults == 1 ? "1 fault" : faults + " faults")
            + " in "
            + contents.files().size()
            + " files");
    return faults == 0 ? 0 : FAULTY;
  }

  private void print(Fault fault) {
    if (fault.isWarning()) {
      errors.println("remark\t" + fault.row());
    } else {
      faults++;
      out.println(fault.row());
    }
  }
}
