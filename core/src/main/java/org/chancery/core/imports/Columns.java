package org.chancery.core.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Invalid;

/**
 * Which field each column of a table is.
 *
 * @param fields in the order of the columns; empty for a column that is left out
 */
public record Columns(List<Optional<Field>> fields) {

  /** Copies the list. */
  public Columns {
    fields = List.copyOf(fields);
  }

  /** As the headings say. A field that takes one value only is the first column's of that name. */
  static Columns guessed(List<String> headings) {
    List<Optional<Field>> fields = new ArrayList<>();
    Set<Field> taken = EnumSet.noneOf(Field.class);
    for (String heading : headings) {
      Optional<Field> field =
          Field.named(heading).filter(each -> each.isMultiple() || !taken.contains(each));
      field.ifPresent(taken::add);
      fields.add(field);
    }
    return new Columns(fields);
  }

  /**
   * As somebody says.
   *
   * @param codes of fields; empty for a column that is left out
   * @throws Invalid naming the column
   */
  static Columns of(List<String> codes, int columns) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (codes.size() != columns) {
      throw new Invalid(Map.of("fields", "must name a field for each of the columns"));
    }
    List<Optional<Field>> fields = new ArrayList<>();
    Set<Field> taken = EnumSet.noneOf(Field.class);
    for (int i = 0; i < codes.size(); i++) {
      String code = codes.get(i) == null ? "" : codes.get(i);
      Optional<Field> field = Field.of(code);
      if (field.isEmpty() && !code.isEmpty()) {
        problems.put("fields." + i, "is not known");
      }
      if (field.isPresent() && !field.get().isMultiple() && !taken.add(field.get())) {
        problems.put("fields." + i, "another column is the " + field.get().title() + " already");
      }
      fields.add(field);
    }
    if (problems.isEmpty() && !taken.contains(Field.LAST) && !taken.contains(Field.NAME)) {
      problems.put("fields", "one column must be the last name or the full name");
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
    return new Columns(fields);
  }

  /** Codes by column. */
  List<String> codes() {
    return fields.stream().map(each -> each.map(Field::code).orElse("")).toList();
  }

  /** What files with these headings have in common. */
  static String shape(List<String> headings) {
    try {
      String all = String.join("\n", headings).toLowerCase(Locale.ROOT);
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
