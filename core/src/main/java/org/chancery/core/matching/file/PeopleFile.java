package org.chancery.core.matching.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chancery.core.addresses.Address;
import org.chancery.core.matching.Profile;
import org.chancery.core.matching.Reach;

/** A file of people, a row each, in UTF-8, with a header. */
final class PeopleFile {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "prefix",
          "first",
          "middle",
          "last",
          "suffix",
          "organization",
          "title",
          "email",
          "phone",
          "street",
          "city",
          "state",
          "zip");
  private static final List<String> NEEDED = List.of("id", "first", "last");

  private final Map<String, Integer> columns = new HashMap<>();
  private final List<String> notices = new ArrayList<>();
  private final List<Profile> rows = new ArrayList<>();

  private PeopleFile() {}

  static PeopleFile read(Path file) throws IOException, UnreadableRows {
    PeopleFile people = new PeopleFile();
    int line = 0;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
      CsvReader csv = new CsvReader(in);
      people.header(csv.record());
      Set<String> ids = new HashSet<>();
      for (List<String> cells = csv.record(); cells != null; cells = csv.record()) {
        line = csv.line();
        people.row(cells, line, ids);
      }
    } catch (CharacterCodingException e) {
      throw new UnreadableRows(
          "the file is not UTF-8 (somewhere after line "
              + Math.max(1, line)
              + "); save it as \"CSV UTF-8\", or: iconv -f WINDOWS-1252 -t UTF-8 "
              + file.getFileName());
    }
    return people;
  }

  /** What a person should know of how the file was read. */
  List<String> notices() {
    return notices;
  }

  List<Profile> rows() {
    return rows;
  }

  private void header(List<String> cells) throws UnreadableRows {
    if (cells == null) {
      throw new UnreadableRows("the file is empty; its first line names the columns: " + all());
    }
    if (cells.size() == 1 && (cells.get(0).indexOf(';') > 0 || cells.get(0).indexOf('\t') > 0)) {
      throw new UnreadableRows("line 1: columns are parted by commas, not by semicolons or tabs");
    }
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = cells.get(i).strip().toLowerCase(Locale.ROOT);
      if (!COLUMNS.contains(name)) {
        unknown.add(cells.get(i).strip());
      } else if (columns.put(name, i) != null) {
        throw new UnreadableRows("line 1: there are two columns '" + name + "'");
      }
    }
    for (String needed : NEEDED) {
      if (!columns.containsKey(needed)) {
        throw new UnreadableRows(
            "line 1: there is no column '" + needed + "'; the columns are " + all());
      }
    }
    List<String> missing = COLUMNS.stream().filter(name -> !columns.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      notices.add("no column " + String.join(", ", missing) + ": taken as empty");
    }
    if (!unknown.isEmpty()) {
      notices.add("columns not used: " + String.join(", ", unknown));
    }
  }

  private static String all() {
    return String.join(",", COLUMNS);
  }

  private void row(List<String> cells, int line, Set<String> ids) throws UnreadableRows {
    int most = columns.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (cells.size() <= most) {
      throw new UnreadableRows(
          "line " + line + ": " + cells.size() + " cells, where the header has more");
    }
    String id = cell(cells, "id");
    if (id.isEmpty()) {
      throw new UnreadableRows("line " + line + ": the id is empty");
    }
    if (!ids.add(id)) {
      throw new UnreadableRows("line " + line + ": the id '" + id + "' is there twice");
    }
    rows.add(
        new Profile(
            id,
            cell(cells, "prefix"),
            cell(cells, "first"),
            cell(cells, "middle"),
            cell(cells, "last"),
            cell(cells, "suffix"),
            some(cell(cells, "organization")),
            cell(cells, "title"),
            new Reach(some(cell(cells, "phone")), some(cell(cells, "email"))),
            Reach.NONE,
            new Address(
                cell(cells, "street"),
                cell(cells, "city"),
                cell(cells, "state"),
                cell(cells, "zip"))));
  }

  private static List<String> some(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell);
  }

  private String cell(List<String> cells, String column) {
    Integer at = columns.get(column);
    return at == null ? "" : cells.get(at).strip();
  }
}
