package org.chancery.ocr.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.chancery.ocr.page.UnreadableFile;
import org.chancery.ocr.page.UnreadableFile.Reason;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A Word document (ECMA-376) with merge fields. Fields are filled in the body, headers, footers,
 * notes, tables and text boxes; a field without a value shows its own name, marked, and is
 * reported. What would reach for data outside the letter (a mail merge's source, an attached
 * template) is left out of the result.
 */
public final class LetterTemplate {
  private static final Pattern TEXT_PARTS =
      Pattern.compile("word/(document|header|footer|footnotes|endnotes)\\d*\\.xml");
  private static final String SETTINGS = "word/settings.xml";
  private static final String SETTINGS_RELATIONS = "word/_rels/settings.xml.rels";
  private static final Set<String> REACHING_OUT = Set.of("mailMerge", "attachedTemplate");
  private static final int MOST_PARTS = 2000;
  private static final long MOST_BYTES = 100_000_000L;
  private static final int LARGEST_TEXT = 20_000_000;

  private final Map<String, String> values;
  private final Set<Unfilled> unfilled = new LinkedHashSet<>();
  private int filled;
  private boolean body;
  private long bytes;

  private LetterTemplate(Map<String, String> values) {
    this.values =
        values.entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
  }

  /**
   * What came of it.
   *
   * @param fields how many got their value
   * @param unfilled those that did not, each once
   */
  public record Merged(int fields, List<Unfilled> unfilled) {}

  /**
   * Fills a template.
   *
   * @param template a DOCX, not changed
   * @param values by field name, without regard to case; blank for what the case has no value of
   * @param letter where the letter is written
   * @throws UnreadableFile when it is no Word document without macros
   */
  public static Merged fill(Path template, Map<String, String> values, Path letter)
      throws IOException, UnreadableFile {
    LetterTemplate merging = new LetterTemplate(values);
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(template));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(letter))) {
      merging.copy(in, out);
    } catch (ZipException e) {
      throw noLetter(e);
    }
    if (!merging.body) {
      throw noLetter(null);
    }
    return new Merged(merging.filled, List.copyOf(merging.unfilled));
  }

  private static UnreadableFile noLetter(Exception cause) {
    return new UnreadableFile(
        Reason.UNSUPPORTED,
        "It is no Word document (DOCX). Save the letter as a Word document and put it there again.",
        cause);
  }

  private void copy(ZipInputStream in, ZipOutputStream out) throws IOException, UnreadableFile {
    int parts = 0;
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      if (++parts > MOST_PARTS) {
        throw tooLarge();
      }
      String name = entry.getName();
      if (name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
        throw new UnreadableFile(
            Reason.UNSUPPORTED, "It carries macros. Save it as a document without macros (.docx).");
      }
      if (entry.isDirectory()) {
        continue;
      }
      out.putNextEntry(new ZipEntry(name));
      if (TEXT_PARTS.matcher(name).matches()) {
        out.write(filled(name, text(in)));
      } else if (name.equals(SETTINGS) || name.equals(SETTINGS_RELATIONS)) {
        out.write(settled(text(in)));
      } else {
        copyBytes(in, out);
      }
      out.closeEntry();
    }
  }

  private byte[] filled(String name, byte[] xml) throws IOException {
    Document document = WordXml.parse(xml);
    body |=
        name.startsWith("word/document") && WordXml.is(document.getDocumentElement(), "document");
    filled += new MergedPart(document, values, unfilled::add).fill();
    return WordXml.bytes(document);
  }

  private static byte[] settled(byte[] xml) throws IOException {
    Document document = WordXml.parse(xml);
    for (Element child : WordXml.children(document.getDocumentElement())) {
      boolean outside = child.getAttribute("TargetMode").equals("External");
      if (outside || REACHING_OUT.contains(child.getLocalName())) {
        document.getDocumentElement().removeChild(child);
      }
    }
    return WordXml.bytes(document);
  }

  private byte[] text(InputStream in) throws IOException, UnreadableFile {
    byte[] read = in.readNBytes(LARGEST_TEXT + 1);
    count(read.length);
    if (read.length > LARGEST_TEXT) {
      throw tooLarge();
    }
    return read;
  }

  private void copyBytes(InputStream in, OutputStream out) throws IOException, UnreadableFile {
    byte[] buffer = new byte[64 * 1024];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      count(read);
      out.write(buffer, 0, read);
    }
  }

  private void count(int read) throws UnreadableFile {
    bytes += read;
    if (bytes > MOST_BYTES) {
      throw tooLarge();
    }
  }

  private static UnreadableFile tooLarge() {
    return new UnreadableFile(
        Reason.TOO_LARGE, "The document is larger than a letter can be. Leave out large pictures.");
  }
}
