package org.chancery.archive.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The list of formats of NARA's Digital Preservation Framework, as it is shipped: 758 formats with
 * risk and preservation action, and what we do with each.
 *
 * @param formats in the order of their identifiers
 * @param date when NARA published the list
 * @param source where it was taken from
 */
public record FormatList(List<Format> formats, LocalDate date, String source) {
  private static final String RESOURCE = "nara-formats.csv";
  private static final int COLUMNS = 13;

  private static final Map<String, String> REASONS =
      Map.of(
          "program", "It is a program, not a record; transfer what it shows.",
          "container", "It holds other files; transfer those files instead.",
          "unassessed", "NARA has not yet assessed the format; ask before a transfer.",
          "high-risk", "NARA rates the format as high risk and names no other to go with it.",
          "version", "The version of the format decides, and it is not known.",
          "no-target", "NARA names no format that it could be converted to.");

  /** The list that comes with this build. */
  public static FormatList shipped() {
    try (InputStream in = FormatList.class.getResourceAsStream(RESOURCE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FormatList read(BufferedReader reader) throws IOException {
    List<Format> formats = new ArrayList<>();
    LocalDate date = LocalDate.MIN;
    String source = "";
    boolean header = true;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("# date: ")) {
        date = LocalDate.parse(line.substring("# date: ".length()));
      } else if (line.startsWith("# source: ")) {
        source = line.substring("# source: ".length());
      } else if (!line.startsWith("#")) {
        if (!header) {
          formats.add(format(line.split("\\|", -1)));
        }
        header = false;
      }
    }
    return new FormatList(List.copyOf(formats), date, source);
  }

  private static Format format(String[] cells) {
    if (cells.length != COLUMNS) {
      throw new IllegalStateException(RESOURCE + ": " + cells[0] + " lacks columns.");
    }
    return new Format(
        cells[0],
        cells[1],
        words(cells[2], " "),
        cells[3],
        words(cells[4], " "),
        words(cells[5], "; "),
        cells[6],
        cells[7],
        cells[8],
        cells[9],
        decision(cells[10], cells[11], cells[12]));
  }

  private static Decision decision(String action, String target, String reason) {
    return switch (action) {
      case "accept" -> new Decision.Accept();
      case "convert" -> new Decision.Convert(target);
      case "refuse" -> new Decision.Refuse(REASONS.get(reason));
      default -> throw new IllegalStateException(RESOURCE + ": no action " + action);
    };
  }

  private static List<String> words(String cell, String separator) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(separator));
  }
}
