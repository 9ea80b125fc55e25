package org.chancery.ocr.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.chancery.ocr.page.UnreadableFile;
import org.chancery.ocr.page.UnreadableFile.Reason;

/** A file to import, of whatever kind (requirement S12). */
public final class RowFile {
  private static final int HEAD = 4096;

  private RowFile() {}

  /**
   * How a workbook is to be read; of no meaning for other files.
   *
   * @param sheet its name; the first that is not hidden when null
   * @param hidden whether hidden rows and columns are read, too
   * @param heading number of the row of headings from 1; found when 0
   */
  public record Options(String sheet, boolean hidden, int heading) {
    /** The usual ones. */
    public static final Options USUAL = new Options(null, false, 0);
  }

  /**
   * Reads a file and writes its rows.
   *
   * @param name the file's name; tells a workbook from text only where the content does not
   * @param rows where the rows go, a line of JSON each
   * @param step called now and then
   * @return how many rows were written
   * @throws UnreadableFile when it is none of the kinds, or cannot be read at all
   */
  public static int read(Path file, String name, Options options, Path rows, Runnable step)
      throws IOException, UnreadableFile {
    try (RowWriter out = new RowWriter(Files.newOutputStream(rows), step)) {
      byte[] head = head(file);
      if (starts(head, 'P', 'K', 3, 4)) {
        new Workbook(out, options).read(file);
      } else if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
        throw new UnreadableFile(
            Reason.UNSUPPORTED,
            "The file is a protected workbook or one of an old format. Open it, save it as .xlsx"
                + " without a password, and import that.");
      } else if (name.toLowerCase(Locale.ROOT).matches(".*\\.xls[xm]?")) {
        throw new UnreadableFile(
            Reason.DAMAGED,
            "The file is not a spreadsheet, whatever its name says. Save it again as .xlsx or"
                + " .csv.");
      } else {
        text(file, out);
      }
      return out.rows();
    }
  }

  private static void text(Path file, RowWriter out) throws IOException, UnreadableFile {
    Encoding encoding = Encoding.of(file);
    try (BufferedReader in = new BufferedReader(encoding.open(file))) {
      in.mark(HEAD);
      char[] begin = new char[HEAD / 2];
      int count = Math.max(0, in.read(begin));
      in.reset();
      String first = new String(begin, 0, count).stripLeading().toUpperCase(Locale.ROOT);
      if (first.startsWith("BEGIN:VCARD")) {
        new Cards(out, encoding).read(file);
      } else if (first.startsWith("BEGIN:VCALENDAR")) {
        new Calendars(out).read(in, encoding);
      } else {
        new SeparatedValues(out).read(in, encoding);
      }
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(8);
    }
  }

  private static boolean starts(byte[] head, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }
}
