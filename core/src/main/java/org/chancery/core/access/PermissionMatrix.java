package org.chancery.core.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table of {@code permission-matrix.txt}: capability by role (requirement P1). It is the only
 * place where that is said.
 */
public final class PermissionMatrix {
  private static final PermissionMatrix SHIPPED = read();
  private static final String HEAD = "capability";

  private final List<Line> lines;

  private PermissionMatrix(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * A line of the table.
   *
   * @param capability what may be done
   * @param description the same in words for people
   * @param roles whose holders may, in the order of the table
   */
  public record Line(Capability capability, String description, List<Role> roles) {

    /** Copies the roles. */
    public Line {
      roles = List.copyOf(roles);
    }
  }

  /** The table that came with this version. */
  public static PermissionMatrix shipped() {
    return SHIPPED;
  }

  private static PermissionMatrix read() {
    try (InputStream in = PermissionMatrix.class.getResourceAsStream("permission-matrix.txt");
        BufferedReader text =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return of(text.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException when a role or a capability is missing, unknown or told twice
   */
  static PermissionMatrix of(List<String> text) {
    Map<String, Role> codes = new LinkedHashMap<>();
    List<Role> columns = new ArrayList<>();
    Map<Capability, Line> lines = new LinkedHashMap<>();
    for (String line : text) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.strip().split("\\s+");
      if (words.length == 3 && words[1].equals("=")) {
        codes.put(words[0], Role.valueOf(words[2]));
      } else if (words[0].equals(HEAD)) {
        for (int i = 1; i <= codes.size(); i++) {
          columns.add(codes.get(words[i]));
        }
      } else {
        Line read = line(line.strip(), columns);
        if (lines.put(read.capability(), read) != null) {
          throw new IllegalArgumentException("Told twice: " + read.capability());
        }
      }
    }
    boolean whole =
        EnumSet.allOf(Role.class).equals(Set.copyOf(columns))
            && columns.size() == Role.values().length
            && lines.keySet().equals(EnumSet.allOf(Capability.class));
    if (!whole) {
      throw new IllegalArgumentException(
          "The permission matrix must have each role and each capability once; it has "
              + columns
              + " and "
              + lines.keySet());
    }
    return new PermissionMatrix(List.copyOf(lines.values()));
  }

  private static Line line(String text, List<Role> columns) {
    String[] words = text.split("\\s+", columns.size() + 2);
    List<Role> roles = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String mark = i + 1 < words.length ? words[i + 1] : "";
      if (mark.equals("x")) {
        roles.add(columns.get(i));
      } else if (!mark.equals("-")) {
        throw new IllegalArgumentException("Neither x nor - for each role: " + text);
      }
    }
    if (words.length < columns.size() + 2) {
      throw new IllegalArgumentException("Nothing says what it is: " + text);
    }
    return new Line(Capability.valueOf(words[0]), words[columns.size() + 1], roles);
  }

  /** Every line, in the order of the table. */
  public List<Line> lines() {
    return lines;
  }

  /** What a role allows. */
  public Set<Capability> of(Role role) {
    Set<Capability> all = EnumSet.noneOf(Capability.class);
    lines.stream()
        .filter(line -> line.roles().contains(role))
        .forEach(line -> all.add(line.capability()));
    return Collections.unmodifiableSet(all);
  }
}
