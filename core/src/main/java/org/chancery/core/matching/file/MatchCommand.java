package org.chancery.core.matching.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.chancery.core.matching.Comparison;
import org.chancery.core.matching.Evidence;
import org.chancery.core.matching.MatchIndex;
import org.chancery.core.matching.Matcher;
import org.chancery.core.matching.Pair;
import org.chancery.core.matching.Profile;
import org.chancery.core.matching.Progress;
import org.chancery.core.matching.Verdict;

/**
 * {@code match FILE.csv --out PAIRS.csv [--why FILE.csv]}: finds the rows that describe one person.
 * Progress and notices go to standard error. Ends with 0, with 1 when a file cannot be read or
 * written, with 2 for wrong use.
 */
public final class MatchCommand {
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;
  private static final int TENTHS = 10;

  private final PrintStream errors;
  private Path file;
  private Path out;
  private Path why;

  MatchCommand(PrintStream errors) {
    this.errors = errors;
  }

  /** Runs the command and ends the process. */
  public static void main(String[] arguments) {
    // Names in any script must reach the terminal as they are.
    PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(new MatchCommand(errors).run(List.of(arguments)));
  }

  int run(List<String> arguments) {
    if (!parse(arguments)) {
      errors.println("usage: chancery match FILE.csv --out PAIRS.csv [--why FILE.csv]");
      return WRONG_USE;
    }
    try {
      PeopleFile people = PeopleFile.read(file);
      people.notices().forEach(this::say);
      match(people.rows());
      return 0;
    } catch (UnreadableRows e) {
      say(file + ": " + e.getMessage());
    } catch (NoSuchFileException e) {
      say("there is no file or folder " + e.getFile());
    } catch (IOException e) {
      say("cannot be read or written: " + e.getMessage());
    }
    return FAILED;
  }

  private boolean parse(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      boolean valued = argument.equals("--out") || argument.equals("--why");
      if (valued && i + 1 == arguments.size()
          || !valued && (argument.startsWith("--") || file != null)) {
        return false;
      } else if (argument.equals("--out")) {
        out = Path.of(arguments.get(++i));
      } else if (argument.equals("--why")) {
        why = Path.of(arguments.get(++i));
      } else {
        file = Path.of(argument);
      }
    }
    return file != null && out != null;
  }

  private void say(String text) {
    errors.println("chancery match: " + text);
  }

  private void match(List<Profile> rows) throws IOException {
    say(String.format(Locale.ROOT, "%,d rows", rows.size()));
    MatchIndex index = new Matcher().index(rows);
    List<Pair> pairs = index.pairs(progress());
    write(
        out,
        writer -> {
          writer.write("id1,id2,score\n");
          for (Pair pair : pairs) {
            writer.write(
                quoted(rows.get(pair.first()).id())
                    + ","
                    + quoted(rows.get(pair.second()).id())
                    + ","
                    + shown(pair.score())
                    + "\n");
          }
        });
    if (why != null) {
      write(why, writer -> explain(rows, index, pairs, writer));
    }
    long sure = pairs.stream().filter(pair -> pair.verdict() == Verdict.MERGE).count();
    say(
        String.format(
            Locale.ROOT, "%,d pairs to merge, %,d to ask about", sure, pairs.size() - sure));
  }

  private Progress progress() {
    long[] told = {0};
    return (done, all) -> {
      long tenths = done * TENTHS / Math.max(1, all);
      if (tenths > told[0]) {
        told[0] = tenths;
        say(String.format(Locale.ROOT, "%d %% of %,d likely pairs weighed", tenths * TENTHS, all));
      }
    };
  }

  private static void explain(
      List<Profile> rows, MatchIndex index, List<Pair> pairs, BufferedWriter writer)
      throws IOException {
    writer.write("id1,id2,score,verdict,field,level,bits,words\n");
    for (Pair pair : pairs) {
      String begin =
          quoted(rows.get(pair.first()).id())
              + ","
              + quoted(rows.get(pair.second()).id())
              + ","
              + shown(pair.score())
              + ","
              + pair.verdict().name().toLowerCase(Locale.ROOT);
      Comparison comparison = index.compare(pair.first(), pair.second());
      for (Evidence each : comparison.evidence()) {
        writer.write(
            String.format(
                Locale.ROOT,
                "%s,%s,%s,%.1f,%s%n",
                begin,
                each.field(),
                each.level(),
                each.bits(),
                quoted(each.words())));
      }
    }
  }

  private static String shown(double score) {
    return String.format(Locale.ROOT, "%.6f", score);
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  /** Writes a file. */
  @FunctionalInterface
  private interface Content {
    void to(BufferedWriter writer) throws IOException;
  }

  /** Beside its place first: nobody takes half a file for the whole. */
  private static void write(Path file, Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, file.getFileName() + ".", ".part");
    try {
      try (BufferedWriter writer = Files.newBufferedWriter(part)) {
        content.to(writer);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
