package org.chancery.archive.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chancery.archive.bag.Fault;
import org.chancery.archive.bag.FaultCode;
import org.chancery.archive.transfer.PipeCsv;

/** Reads a table of the package whose header is known, row after row. */
final class TableReader {
  private final String path;
  private final List<String> header;
  private final Consumer<Fault> faults;

  TableReader(String path, List<String> header, Consumer<Fault> faults) {
    this.path = path;
    this.header = header;
    this.faults = faults;
  }

  void read(Path base, Consumer<List<String>> rows) throws IOException {
    try (Reader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(base.resolve(path), LinkOption.NOFOLLOW_LINKS),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
      PipeCsv.Rows table = new PipeCsv.Rows(reader);
      Optional<List<String>> first = table.read();
      if (first.isEmpty() || !first.get().equals(header)) {
        report("Its columns are not " + String.join("|", header) + ".");
        return;
      }
      int number = 1;
      for (Optional<List<String>> row = table.read(); row.isPresent(); row = table.read()) {
        number++;
        if (row.get().size() == header.size()) {
          rows.accept(row.get());
        } else {
          report(
              "Row " + number + " has " + row.get().size() + " cells, not " + header.size() + ".");
        }
      }
    } catch (PipeCsv.MalformedRow e) {
      report(e.getMessage());
    } catch (CharacterCodingException e) {
      report("The table is not UTF-8.");
    }
  }

  private void report(String what) {
    faults.accept(new Fault(FaultCode.LIST_ROW, path, what));
  }
}
