package org.chancery.benchmarks.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFileTest {
  @TempDir Path folder;

  @Test
  void theWorkbookHasTheValuesOfTheTextFile() throws IOException {
    ImportFile.main(new String[] {"--out", folder.toString(), "--rows", "300", "--seed", "3"});

    try (BufferedReader csv = Files.newBufferedReader(folder.resolve("import.csv"));
        InputStream in = Files.newInputStream(folder.resolve("import.xlsx"));
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      Sheet sheet = book.getSheetAt(0);
      assertThat(sheet.getLastRowNum()).isEqualTo(300);
      for (Row row : sheet) {
        List<String> expected = Csv.read(csv);
        for (int i = 0; i < expected.size(); i++) {
          Cell cell = row.getCell(i);
          assertThat(cell == null ? "" : cell.getStringCellValue()).isEqualTo(expected.get(i));
        }
      }
    }
  }
}
