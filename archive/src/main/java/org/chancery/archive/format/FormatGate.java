package org.chancery.archive.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what may be transferred as what. NARA's list has the word for every format; for e-mail,
 * digitized paper and text its transfer guidance goes before the list. A format that is not on the
 * list is refused. Opens no file: it goes by the PRONOM identifier where one is known, else by the
 * file's ending and media type.
 */
public final class FormatGate {
  private static final String PDF_A = "pdf-a";
  private static final Set<String> PAPER = Set.of("tiff", "jp2", "png", PDF_A);
  private static final Set<String> TEXT = Set.of("txt", PDF_A);
  private static final String PICTURES = "Digital Still Image";

  private final Map<String, List<Format>> byPronom = new HashMap<>();
  private final Map<String, List<Format>> byExtension = new HashMap<>();

  /** A gate by that list. */
  public FormatGate(FormatList list) {
    for (Format format : list.formats()) {
      if (!format.pronom().isEmpty()) {
        byPronom.computeIfAbsent(format.pronom(), p -> new ArrayList<>()).add(format);
      }
      for (String extension : format.extensions()) {
        byExtension.computeIfAbsent(extension, e -> new ArrayList<>()).add(format);
      }
    }
  }

  /** A gate by the shipped list. */
  public static FormatGate shipped() {
    return new FormatGate(FormatList.shipped());
  }

  /**
   * What is known of a file to be decided on.
   *
   * @param name the file's name, for its ending
   * @param mediaType as it was detected; empty when it was not
   * @param pronom as it was detected, such as fmt/354; empty when it was not
   */
  public record Candidate(String name, String mediaType, String pronom) {

    /** A file of which only name and media type are known. */
    public static Candidate of(String name, String mediaType) {
      return new Candidate(name, mediaType, "");
    }

    String extension() {
      int dot = name.lastIndexOf('.');
      return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The format the file is most likely in: by PRONOM identifier when it has one that is listed,
   * else the formats of its ending, those of its media type first, those of no particular version
   * before others.
   */
  public Optional<Format> identify(Candidate file) {
    return candidates(file).stream().findFirst();
  }

  /**
   * What to do with a file that is a record of that kind. Where the ending fits several formats, a
   * copy is made if any of them needs one, for that does no harm; the file is refused only if all
   * of them are.
   */
  public Decision decide(RecordKind kind, Candidate file) {
    List<Format> formats = candidates(file);
    if (formats.isEmpty()) {
      String extension = file.extension();
      return new Decision.Refuse(
          extension.isEmpty()
              ? "Its format is not known, since its name has no ending."
              : "NARA's list has no format with the ending " + extension + ".");
    }
    return switch (kind) {
      case EMAIL -> email(formats);
      case DIGITIZED_PAPER -> paper(formats, file);
      case TEXT -> text(formats, file);
      case OTHER -> byList(formats);
    };
  }

  /**
   * Whether a copy with that ending, in lower case, may stand for an original that cannot go by
   * itself. PDF is among them: that a copy is PDF/A is another question.
   */
  public boolean stands(String ending) {
    return ending.equals("pdf")
        || decide(RecordKind.OTHER, Candidate.of("copy." + ending, "")) instanceof Decision.Accept;
  }

  private List<Format> candidates(Candidate file) {
    List<Format> exact = byPronom.getOrDefault(file.pronom(), List.of());
    if (!exact.isEmpty()) {
      return exact;
    }
    List<Format> formats = new ArrayList<>(byExtension.getOrDefault(file.extension(), List.of()));
    String type = file.mediaType().toLowerCase(Locale.ROOT).replaceFirst("\\s*;.*", "");
    if (formats.stream().anyMatch(f -> f.mediaTypes().contains(type))) {
      formats.removeIf(f -> !f.mediaTypes().contains(type));
    }
    formats.sort(
        (a, b) ->
            Boolean.compare(b.name().contains("unspecified"), a.name().contains("unspecified")));
    return formats;
  }

  /** Any format of a message store becomes EML beside itself; nothing else is a message. */
  private static Decision email(List<Format> formats) {
    if (anyOf(formats, Set.of("eml", "mbox"))) {
      return new Decision.Accept();
    }
    if (anyOf(formats, Set.of("mail-store"))) {
      return new Decision.Convert("eml");
    }
    return new Decision.Refuse("E-mail goes as the message that was received, as EML.");
  }

  private static Decision paper(List<Format> formats, Candidate file) {
    if (anyOf(formats, Set.of("pdf")) && !known(formats, PDF_A, file)) {
      return new Decision.Convert(PDF_A);
    }
    if (anyOf(formats, PAPER)) {
      return new Decision.Accept();
    }
    if (formats.stream().anyMatch(f -> f.categories().contains(PICTURES))) {
      return new Decision.Convert(PDF_A);
    }
    return new Decision.Refuse("Digitized paper goes as TIFF, JPEG 2000, PNG or PDF/A.");
  }

  private static Decision text(List<Format> formats, Candidate file) {
    if (anyOf(formats, Set.of("pdf")) && !known(formats, PDF_A, file)) {
      return new Decision.Convert(PDF_A);
    }
    if (anyOf(formats, TEXT)) {
      return new Decision.Accept();
    }
    return byList(formats) instanceof Decision.Refuse no ? no : new Decision.Convert(PDF_A);
  }

  /** Every PDF ends alike; it is PDF/A only when the identifier says so. */
  private static boolean known(List<Format> formats, String family, Candidate file) {
    return !file.pronom().isEmpty() && formats.stream().allMatch(f -> f.family().equals(family));
  }

  private static boolean anyOf(List<Format> formats, Set<String> families) {
    return formats.stream().anyMatch(f -> families.contains(f.family()));
  }

  private static Decision byList(List<Format> formats) {
    Optional<Decision> convert =
        formats.stream()
            .map(Format::decision)
            .filter(Decision.Convert.class::isInstance)
            .findFirst();
    Optional<Decision> accept =
        formats.stream()
            .map(Format::decision)
            .filter(Decision.Accept.class::isInstance)
            .findFirst();
    return convert.or(() -> accept).orElseGet(() -> formats.get(0).decision());
  }
}
