package org.chancery.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.chancery.archive.check.PdfACommand;
import org.chancery.core.transfer.Packager.PdfA;

/** Looks which files are PDF/A, one after the other in a process of its own. */
final class PdfACheck {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int HEAP_MEGABYTES = 384;

  private final ArchiveClasses classes;

  PdfACheck(ArchiveClasses classes) {
    this.classes = classes;
  }

  /** What each of them is. A file that breaks the process, or takes too long, is none. */
  List<PdfA> find(List<Path> files, BooleanSupplier alive) throws IOException {
    List<PdfA> found = new ArrayList<>();
    while (found.size() < files.size()) {
      int before = found.size();
      try (ArchiveProcess process =
          ArchiveProcess.start(
              classes.path(), HEAP_MEGABYTES, PdfACommand.class.getName(), List.of())) {
        Optional<PdfA> next = Optional.empty();
        while (found.size() < files.size()) {
          next = ask(process, files.get(found.size()), alive);
          if (next.isEmpty()) {
            break;
          }
          found.add(next.get());
        }
      }
      if (found.size() == before) {
        found.add(new PdfA("", "It cannot be checked: it broke the checking process."));
      } else if (found.size() < files.size()) {
        // The next one broke it; whether it does so alone, a fresh process tells.
        continue;
      }
    }
    return found;
  }

  private static Optional<PdfA> ask(ArchiveProcess process, Path file, BooleanSupplier alive)
      throws IOException {
    try {
      process.ask(file.toAbsolutePath().toString());
      String line = process.next(PATIENCE, alive);
      if (line == null) {
        return Optional.empty();
      }
      int tab = line.indexOf('\t');
      return Optional.of(new PdfA(line.substring(0, tab), line.substring(tab + 1)));
    } catch (ArchiveProcess.TooLong e) {
      return Optional.empty();
    } catch (IOException e) {
      if (!alive.getAsBoolean()) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
