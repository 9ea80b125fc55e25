package org.chancery.benchmarks.labelled;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A large list of contacts to import (requirement S12): the rows of {@link LabelledSet}, as CSV and
 * as a workbook with the same values in the same order.
 */
public final class ImportFile {
  /** Rows that the workbook keeps in memory while it is written. */
  private static final int WINDOW = 200;

  private ImportFile() {}

  /** Arguments: {@code --out DIR [--rows 100000] [--seed N]}. Writes import.csv and import.xlsx. */
  public static void main(String[] arguments) throws IOException {
    Options options = new Options(arguments, "--out DIR [--rows 100000] [--seed N]");
    Path out = Path.of(options.required("--out"));
    int rows = options.number("--rows", 100_000);
    long seed = options.seed();
    options.done();
    LabelledSet set = LabelledSet.of(rows, seed);
    Files.createDirectories(out);
    try (Writer csv = Files.newBufferedWriter(out.resolve("import.csv"))) {
      set.writeRows(csv);
    }
    workbook(set, out.resolve("import.xlsx"));
    System.out.printf(Locale.ROOT, "seed %d: %d rows in import.csv and import.xlsx%n", seed, rows);
  }

  /** The rows as CSV, in UTF-8; the same seed draws the same rows. */
  public static byte[] csv(int rows, long seed) throws IOException {
    StringWriter csv = new StringWriter();
    LabelledSet.of(rows, seed).writeRows(csv);
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Everything is text, as in a list that was typed; what is missing has no cell. */
  static void workbook(LabelledSet set, Path file) throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook(WINDOW);
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet("Contacts");
      Row heading = sheet.createRow(0);
      heading.createCell(0).setCellValue("id");
      for (Field field : Field.values()) {
        heading.createCell(field.ordinal() + 1).setCellValue(field.heading());
      }
      for (int i = 0; i < set.rows().size(); i++) {
        Row row = sheet.createRow(i + 1);
        row.createCell(0).setCellValue(LabelledSet.id(i));
        set.rows()
            .get(i)
            .fields
            .forEach((field, text) -> row.createCell(field.ordinal() + 1).setCellValue(text));
      }
      book.write(out);
    }
  }
}
