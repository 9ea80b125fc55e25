package org.chancery.ocr.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.apache.tika.detect.AutoDetectReader;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.extractor.ParsingEmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.chancery.ocr.page.UnreadableFile;
import org.chancery.ocr.page.UnreadableFile.Reason;
import org.xml.sax.SAXException;

/** Reads the text of office, mail and web documents and unpacks their attachments. */
public final class TextReader {
  private static final int MOST_CHARACTERS = 20_000_000;
  private static final String CUT_OFF =
      "Only the first " + MOST_CHARACTERS + " characters were read.";
  private static final String INTERNET_MAIL = "message/rfc822";
  private static final String OUTLOOK_MAIL = "application/vnd.ms-outlook";
  private static final Set<String> TYPES =
      Set.of(
          "application/rtf",
          "application/xhtml+xml",
          "application/xml",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.ms-powerpoint",
          OUTLOOK_MAIL,
          "application/x-tika-msoffice-embedded",
          INTERNET_MAIL);
  private static final List<String> FAMILIES =
      List.of(
          "text/",
          "application/vnd.openxmlformats-officedocument.",
          "application/vnd.ms-word.",
          "application/vnd.ms-excel.",
          "application/vnd.ms-powerpoint.",
          "application/vnd.oasis.opendocument.");

  private final MediaTypes types;
  private AutoDetectParser parser;

  /** Shares the loaded parsers with the detection of types. */
  public TextReader(MediaTypes types) {
    this.types = types;
  }

  /** Whether documents of this type are read for their text. */
  public static boolean reads(String mediaType) {
    return TYPES.contains(mediaType) || FAMILIES.stream().anyMatch(mediaType::startsWith);
  }

  /** Whether this type says that the document is locked by a password. */
  public static boolean isProtected(String mediaType) {
    return mediaType.equals("application/x-tika-ooxml-protected");
  }

  /**
   * Reads a document.
   *
   * @param attachmentDirectory where attachments are unpacked; made when there is one
   */
  public TextDocument read(Path file, String name, String mediaType, Path attachmentDirectory)
      throws UnreadableFile, IOException {
    if (mediaType.equals("text/plain")) {
      return plainText(file);
    }
    if (parser == null) {
      parser = new AutoDetectParser(types.config());
    }
    Metadata metadata = new Metadata();
    ParseContext context = context();
    Attachments attachments =
        new Attachments(attachmentDirectory, new ParsingEmbeddedDocumentExtractor(context));
    context.set(EmbeddedDocumentExtractor.class, attachments);
    TextByPage pages = new TextByPage(MOST_CHARACTERS);
    List<String> warnings = new ArrayList<>();
    try (TikaInputStream in = TikaInputStream.get(file, metadata)) {
      metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
      metadata.set(TikaCoreProperties.CONTENT_TYPE_USER_OVERRIDE, mediaType);
      parser.parse(in, pages, metadata, context);
    } catch (EncryptedDocumentException e) {
      throw encrypted(e);
    } catch (SAXException | TikaException e) {
      if (!WriteLimitReachedException.isWriteLimitReached(e)) {
        throw damaged(e);
      }
      warnings.add(CUT_OFF);
    } catch (RuntimeException e) {
      // Parsers of office formats throw all sorts of unchecked exceptions at broken files.
      throw damaged(e);
    }
    if (attachments.wereLeftOut()) {
      warnings.add("Some attachments were left out: there are too many, or they are too large.");
    }
    MailHeader mail = isMail(mediaType) ? mail(file, mediaType, metadata) : null;
    List<String> header = mail == null ? List.of() : header(mail);
    return new TextDocument(withHeader(header, pages.pages()), attachments.found(), warnings, mail);
  }

  /** Read without the detour over XHTML, which knows no form feed. */
  private static TextDocument plainText(Path file) throws IOException, UnreadableFile {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[65536];
    try (AutoDetectReader in =
        new AutoDetectReader(new BufferedInputStream(Files.newInputStream(file)))) {
      for (int n = in.read(buffer);
          n >= 0 && text.length() < MOST_CHARACTERS;
          n = in.read(buffer)) {
        text.append(buffer, 0, n);
      }
    } catch (TikaException e) {
      throw damaged(e);
    }
    List<String> warnings = text.length() < MOST_CHARACTERS ? List.of() : List.of(CUT_OFF);
    return new TextDocument(TextByPage.parted(text.toString()), List.of(), warnings, null);
  }

  private ParseContext context() {
    ParseContext context = new ParseContext();
    context.set(Parser.class, parser);
    TesseractOCRConfig noRecognition = new TesseractOCRConfig();
    noRecognition.setSkipOcr(true);
    context.set(TesseractOCRConfig.class, noRecognition);
    return context;
  }

  private static UnreadableFile encrypted(Exception e) {
    return new UnreadableFile(
        Reason.ENCRYPTED,
        "The document opens only with a password. Ask the sender for a copy without one.",
        e);
  }

  private static UnreadableFile damaged(Exception e) {
    return new UnreadableFile(
        Reason.DAMAGED, "The document is damaged. Ask the sender for it again.", e);
  }

  /** Whether documents of this type are mail. */
  public static boolean isMail(String mediaType) {
    return mediaType.equals(INTERNET_MAIL) || mediaType.equals(OUTLOOK_MAIL);
  }

  private static MailHeader mail(Path file, String mediaType, Metadata metadata)
      throws IOException {
    MailHeader read =
        mediaType.equals(INTERNET_MAIL) ? InternetHeader.of(file).read() : OutlookHeader.of(file);
    return read.sent() != null
        ? read
        : new MailHeader(
            read.id(),
            read.from(),
            read.to(),
            read.cc(),
            read.bcc(),
            sent(metadata),
            read.subject(),
            read.lines());
  }

  /** Dates that are written in no way the standard knows. */
  private static String sent(Metadata metadata) {
    Date date = metadata.getDate(TikaCoreProperties.CREATED);
    return date == null ? null : date.toInstant().atOffset(ZoneOffset.UTC).toString();
  }

  /** A letter by e-mail says who wrote it in its header, not in its body. */
  private static List<String> header(MailHeader mail) {
    List<String> lines = new ArrayList<>();
    OutlookHeader.line(lines, "From", mail.from());
    OutlookHeader.line(lines, "To", String.join(", ", mail.to()));
    OutlookHeader.line(lines, "Cc", String.join(", ", mail.cc()));
    OutlookHeader.line(lines, "Bcc", String.join(", ", mail.bcc()));
    OutlookHeader.line(lines, "Date", mail.sent());
    OutlookHeader.line(lines, "Subject", mail.subject());
    OutlookHeader.line(lines, "Message-ID", mail.id());
    return lines;
  }

  private static List<String> withHeader(List<String> header, List<String> pages) {
    if (header.isEmpty()) {
      return pages;
    }
    List<String> all = new ArrayList<>(pages);
    String body = all.isEmpty() ? "" : all.remove(0);
    all.add(0, String.join("\n", header) + "\n\n" + body);
    return List.copyOf(all);
  }
}
