package org.chancery.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.chancery.core.intake.DocumentReader;
import org.chancery.core.intake.Mail;
import org.chancery.core.intake.ReadingResult;
import org.chancery.core.intake.ReadingWork;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * What a reading brought, as a multipart body that is stored while it streams by: first the part
 * {@code reading} with what was found, then the streams, of which only {@code text} must be there.
 */
final class ReadingUpload {
  private static final Pattern MEDIA_TYPE =
      Pattern.compile(
          "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}");

  private static final int MOST_CODES = 20;
  private static final int LONGEST_CODE = 500;
  private static final int MOST_FIELDS = 1000;

  private record Stored(QName property, String mediaType) {}

  private static final Map<String, Stored> STREAMS =
      Map.of(
          "pdf", new Stored(Cor.SEARCHABLE_PDF, "application/pdf"),
          "layout", new Stored(Cor.LAYOUT, "application/json"),
          "thumbnail", new Stored(Cor.THUMBNAIL, "image/png"),
          "attachments", new Stored(Cor.ATTACHMENTS, "application/octet-stream"));

  private ReadingUpload() {}

  /** The part {@code reading}, as openapi.yaml says. */
  record Found(
      String mediaType,
      int pageCount,
      int recognisedPages,
      double confidence,
      List<String> warnings,
      Optional<List<String>> codes,
      Optional<Mail> mail) {}

  static ReadingResult read(Request request, ReadingWork work) {
    try {
      FileItemInputIterator parts = Multipart.parts(request);
      if (!parts.hasNext()) {
        throw malformed("The part 'reading' is missing.");
      }
      Found found = found(parts.next());
      Map<QName, ContentInfo> stored = new HashMap<>();
      String firstPage = null;
      while (parts.hasNext()) {
        FileItemInput part = parts.next();
        try (InputStream in = part.getInputStream()) {
          if ("text".equals(part.getFieldName()) && firstPage == null) {
            PagedText text = new PagedText(in);
            stored.put(Cor.TEXT, work.store(text, DocumentReader.TEXT_MEDIA_TYPE));
            requireWhole(found, text);
            firstPage = text.firstPage();
          } else {
            store(part.getFieldName(), in, stored, work);
          }
        }
      }
      if (firstPage == null) {
        throw malformed("The part 'text' is missing.");
      }
      return new ReadingResult(
          mediaType(found.mediaType()),
          found.pageCount(),
          found.recognisedPages(),
          found.confidence(),
          found.warnings() == null ? List.of() : found.warnings(),
          Optional.of(firstPage),
          codes(found),
          mail(found, stored),
          stored);
    } catch (FileUploadException e) {
      throw malformed("The multipart body cannot be understood.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> codes(Found found) {
    List<String> codes = found.codes().orElse(List.of());
    boolean bounded =
        codes.size() <= MOST_CODES
            && codes.stream().allMatch(each -> each != null && each.length() <= LONGEST_CODE);
    if (!bounded) {
      throw malformed("There are more codes than a document has, or longer ones.");
    }
    return codes;
  }

  /** The part {@code letter}, as openapi.yaml says. */
  record WrittenLetter(List<String> unfilled) {}

  /** A letter that was written. */
  record Letter(ContentInfo stored, List<String> unfilled) {}

  static Letter letter(Request request, ReadingWork work, String mediaType) {
    try {
      FileItemInputIterator parts = Multipart.parts(request);
      if (!parts.hasNext()) {
        throw malformed("The part 'letter' is missing.");
      }
      WrittenLetter written = json(parts.next(), "letter", WrittenLetter.class);
      FileItemInput file = parts.hasNext() ? parts.next() : null;
      if (file == null || !"file".equals(file.getFieldName())) {
        throw malformed("The part 'file' is missing.");
      }
      List<String> unfilled = written.unfilled() == null ? List.of() : written.unfilled();
      if (unfilled.size() > MOST_FIELDS || unfilled.stream().anyMatch(ReadingUpload::noName)) {
        throw malformed("There are more fields than a letter has, or longer names.");
      }
      try (InputStream in = file.getInputStream()) {
        return new Letter(work.store(in, mediaType), unfilled);
      }
    } catch (FileUploadException e) {
      throw malformed("The multipart body cannot be understood.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean noName(String field) {
    return field == null || field.isBlank() || field.length() > 255;
  }

  private static void store(
      String field, InputStream in, Map<QName, ContentInfo> stored, ReadingWork work) {
    Stored as = STREAMS.get(field);
    if (as == null || stored.containsKey(as.property())) {
      throw malformed("There is no part '" + field + "' here, or it came twice.");
    }
    stored.put(as.property(), work.store(in, as.mediaType()));
  }

  private static Found found(FileItemInput part) throws IOException {
    return json(part, "reading", Found.class);
  }

  private static <T> T json(FileItemInput part, String name, Class<T> type) throws IOException {
    if (!name.equals(part.getFieldName())) {
      throw malformed("The part '" + name + "' must come first.");
    }
    try (InputStream in = part.getInputStream()) {
      byte[] json = in.readNBytes(Exchange.JSON_LIMIT + 1);
      if (json.length > Exchange.JSON_LIMIT) {
        throw Refusal.of(413, "too-large", "Too large", "The part '" + name + "' may have 1 MB.");
      }
      return Json.read(json, type);
    }
  }

  /** Attachments lie one after another: their sizes must be those of the bytes that came. */
  private static Optional<Mail> mail(Found found, Map<QName, ContentInfo> stored) {
    long announced =
        found.mail().stream()
            .flatMap(mail -> mail.attachments().stream())
            .mapToLong(
                attached -> {
                  if (attached.name() == null || attached.size() < 0) {
                    throw malformed("An attachment has no name, or no size that can be.");
                  }
                  mediaType(attached.mediaType());
                  return attached.size();
                })
            .sum();
    ContentInfo bytes = stored.get(Cor.ATTACHMENTS);
    if (announced != (bytes == null ? 0 : bytes.size())) {
      throw malformed("The attachments have other sizes than were announced.");
    }
    return found.mail();
  }

  /** A text that was cut off on its way is not taken for the whole one. */
  private static void requireWhole(Found found, PagedText text) {
    boolean whole = found.pageCount() == text.pages() || found.pageCount() == 0 && text.isEmpty();
    if (!whole) {
      throw malformed(
          "The text has "
              + text.pages()
              + " pages where "
              + found.pageCount()
              + " were announced.");
    }
  }

  static String mediaType(String given) {
    if (given == null || !MEDIA_TYPE.matcher(given.split(";", 2)[0].strip()).matches()) {
      throw Exchange.badParameter("mediaType", "must be a media type such as application/pdf");
    }
    if (given.length() > 255 || given.chars().anyMatch(Character::isISOControl)) {
      throw Exchange.badParameter("mediaType", "must be printable and short");
    }
    return given;
  }

  private static Refusal malformed(String detail) {
    return Refusal.badRequest("invalid-multipart", detail);
  }
}
