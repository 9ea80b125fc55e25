package org.chancery.ocr;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chancery.ocr.worker.TemporaryFiles;

/**
 * {@code read FILE… --out DIR [--workers N]}: recognises without a server. Writes {@code NAME.pdf}
 * (searchable; not for documents without pages of their own) and {@code NAME.txt} (pages parted by
 * form feeds) for each file. Ends with 0; 1 when a file was refused, with one line for each on
 * standard error; 2 and one line for wrong use.
 */
public final class ReadCommand {
  private static final int REFUSED = 1;
  private static final int WRONG_USE = 2;

  private final PrintStream errors;

  ReadCommand(PrintStream errors) {
    this.errors = errors;
  }

  /** Runs the command and ends the process. */
  public static void main(String[] arguments) {
    System.exit(new ReadCommand(System.err).run(List.of(arguments)));
  }

  int run(List<String> arguments) {
    ReadArguments parsed;
    try {
      parsed = ReadArguments.of(arguments);
    } catch (IllegalArgumentException e) {
      errors.println(e.getMessage());
      return WRONG_USE;
    }
    try {
      return read(parsed);
    } catch (IOException | ReadingUnavailable e) {
      errors.println("chancery read: " + e.getMessage());
      return REFUSED;
    }
  }

  private int read(ReadArguments arguments) throws IOException {
    Files.createDirectories(arguments.out());
    Path work = Files.createTempDirectory(arguments.out(), ".reading-");
    ReadingSettings settings = ReadingSettings.standard(cache()).withWorkers(arguments.workers());
    // Twice as many documents as workers: while one is put together, others' pages are at hand.
    ExecutorService readers = Executors.newFixedThreadPool(2 * arguments.workers());
    try (ReadingPool pool = new ReadingPool(settings)) {
      List<Future<Boolean>> results = new ArrayList<>();
      Set<String> taken = new HashSet<>();
      for (Path file : arguments.files()) {
        String name = freeName(file, taken);
        Path directory = work.resolve(String.valueOf(results.size()));
        results.add(readers.submit(() -> readOne(pool, file, directory, arguments.out(), name)));
      }
      boolean all = true;
      for (Future<Boolean> result : results) {
        all &= finished(result);
      }
      return all ? 0 : REFUSED;
    } finally {
      readers.shutdownNow();
      TemporaryFiles.delete(work);
    }
  }

  private boolean finished(Future<Boolean> result) {
    try {
      return result.get();
    } catch (ExecutionException e) {
      errors.println("chancery read: " + e.getCause().getMessage());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReadingUnavailable("Reading was interrupted.", e);
    }
  }

  private boolean readOne(ReadingPool pool, Path file, Path directory, Path out, String name)
      throws IOException {
    if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
      errors.println(file + ": refused (unreadable): There is no such file, or it is not ours.");
      return false;
    }
    Outcome outcome = pool.read(file, file.getFileName().toString(), directory, (done, of) -> {});
    if (outcome instanceof Outcome.Refused no) {
      errors.println(file + ": refused (" + no.reason() + "): " + no.explanation());
      return false;
    }
    Outcome.Read read = (Outcome.Read) outcome;
    Files.writeString(
        out.resolve(name + ".txt"), String.join("\f", read.pages()) + "\n", StandardCharsets.UTF_8);
    if (read.searchablePdf().isPresent()) {
      Files.move(
          read.searchablePdf().get(),
          out.resolve(name + ".pdf"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    TemporaryFiles.delete(directory);
    return true;
  }

  /** Files of equal name, from different folders or of different types, get numbers. */
  private static String freeName(Path file, Set<String> taken) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String free = stem;
    for (int i = 2; !taken.add(free); i++) {
      free = stem + "-" + i;
    }
    return free;
  }

  private static Path cache() {
    String told = System.getProperty("chancery.cache");
    return told != null
        ? Path.of(told)
        : Path.of(System.getProperty("user.home"), ".cache", "chancery");
  }
}
