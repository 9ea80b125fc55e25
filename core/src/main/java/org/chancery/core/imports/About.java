package org.chancery.core.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of an import, beside how far it has come. Nothing in it describes a person: rows
 * are kept apart, and destroyed with the file; the name of the file goes with them.
 *
 * @param name of the file, until it is destroyed
 * @param component that is to own who is entered; none for somebody of no component
 * @param shape what kind of file it is, once it was read
 * @param sheet of a workbook that was asked for
 * @param hidden whether hidden rows and columns are read
 * @param heading the line of headings that was asked for; 0 for none
 * @param fields codes by column, once they are guessed or confirmed
 * @param remembered whether the fields are those of the last file of this shape
 * @param warnings what of the file was left aside
 * @param counts rows by what is to become of them
 * @param results rows by what became of them
 * @param decided on how many rows somebody has decided
 * @param kept ids of what was to be taken back, but had been changed since
 * @param message why it failed, or what became of it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record About(
    Optional<String> name,
    Optional<String> component,
    Optional<FileShape> shape,
    Optional<String> sheet,
    boolean hidden,
    int heading,
    List<String> fields,
    boolean remembered,
    List<FileWarning> warnings,
    Map<String, Integer> counts,
    Map<String, Integer> results,
    int decided,
    List<String> kept,
    Optional<String> message) {

  About {
    fields = fields == null ? List.of() : List.copyOf(fields);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    counts = counts == null ? Map.of() : new TreeMap<>(counts);
    results = results == null ? Map.of() : new TreeMap<>(results);
    kept = kept == null ? List.of() : List.copyOf(kept);
  }

  static About of(String name, Optional<String> component) {
    return new About(
        Optional.of(name),
        component,
        Optional.empty(),
        Optional.empty(),
        false,
        0,
        List.of(),
        false,
        List.of(),
        Map.of(),
        Map.of(),
        0,
        List.of(),
        Optional.empty());
  }

  About read(FileShape found, List<String> codes, boolean again, List<FileWarning> said) {
    return new About(
        name,
        component,
        Optional.of(found),
        sheet,
        hidden,
        heading,
        codes,
        again,
        said,
        Map.of(),
        Map.of(),
        0,
        List.of(),
        Optional.empty());
  }

  /** To be read once more, another sheet of it or more of it. */
  About again(Optional<String> other, boolean hiddenToo, int headings) {
    return new About(
        name,
        component,
        Optional.empty(),
        other,
        hiddenToo,
        headings,
        List.of(),
        false,
        List.of(),
        Map.of(),
        Map.of(),
        0,
        List.of(),
        Optional.empty());
  }

  About mapped(List<String> codes) {
    return with(codes, warnings, Map.of(), Map.of(), 0, List.of(), Optional.empty());
  }

  About counted(Map<String, Integer> fates, List<FileWarning> said) {
    return with(fields, said, fates, results, decided, kept, message);
  }

  About decided(int rows) {
    return with(fields, warnings, counts, results, rows, kept, message);
  }

  /** With more rows worked off. */
  About worked(Map<String, Integer> more) {
    Map<String, Integer> all = new TreeMap<>(results);
    more.forEach((result, count) -> all.merge(result, count, Integer::sum));
    return with(fields, warnings, counts, all, decided, kept, message);
  }

  About kept(List<String> ids) {
    return with(fields, warnings, counts, results, decided, ids, message);
  }

  About saying(String why) {
    return with(fields, warnings, counts, results, decided, kept, Optional.of(why));
  }

  /** Once the file is gone. */
  About destroyed() {
    return new About(
        Optional.empty(),
        component,
        shape.map(
            each ->
                new FileShape(
                    each.format(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    0,
                    List.of())),
        Optional.empty(),
        hidden,
        heading,
        List.of(),
        remembered,
        List.of(),
        counts,
        results,
        decided,
        kept,
        message);
  }

  private About with(
      List<String> codes,
      List<FileWarning> said,
      Map<String, Integer> fates,
      Map<String, Integer> came,
      int rows,
      List<String> ids,
      Optional<String> why) {
    return new About(
        name,
        component,
        shape,
        sheet,
        hidden,
        heading,
        codes,
        remembered,
        said,
        fates,
        came,
        rows,
        ids,
        why);
  }
}
