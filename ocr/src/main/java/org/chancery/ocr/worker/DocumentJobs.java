package org.chancery.ocr.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.ocr.image.ImageFile;
import org.chancery.ocr.letter.LetterPdf;
import org.chancery.ocr.letter.LetterTemplate;
import org.chancery.ocr.page.Engine;
import org.chancery.ocr.page.PageRecogniser;
import org.chancery.ocr.page.PageText;
import org.chancery.ocr.page.UnreadableFile;
import org.chancery.ocr.page.UnreadableFile.Reason;
import org.chancery.ocr.page.Word;
import org.chancery.ocr.pdf.ImagePdf;
import org.chancery.ocr.pdf.PdfFile;
import org.chancery.ocr.rows.RowFile;
import org.chancery.ocr.text.MediaTypes;
import org.chancery.ocr.text.TextDocument;
import org.chancery.ocr.text.TextReader;

/** The jobs on real documents. For one thread. */
final class DocumentJobs implements Job {
  private static final String PDF = "application/pdf";
  static final int THUMBNAIL_WIDTH = 480;

  private final Path languageData;
  private final MediaTypes types = new MediaTypes();
  private final TextReader textReader = new TextReader(types);
  private PageRecogniser recogniser;
  private String openName;
  private PdfFile open;

  DocumentJobs(Path languageData) {
    this.languageData = languageData;
  }

  @Override
  public Reply carryOut(Request request, Runnable step) {
    String mediaType = "application/octet-stream";
    try {
      if (request instanceof Request.Recognise recognise) {
        mediaType = recognise.mediaType();
        return recognise(recognise);
      }
      if (request instanceof Request.Assemble assemble) {
        mediaType = assemble.mediaType();
        return assemble(assemble, step);
      }
      if (request instanceof Request.Merge merge) {
        mediaType = LetterPdf.WORD;
        return merge(merge);
      }
      if (request instanceof Request.Print print) {
        return print(print, step);
      }
      if (request instanceof Request.Preserve preserve) {
        return preserve(preserve, step);
      }
      if (request instanceof Request.Rows rows) {
        return rows(rows, step);
      }
      Request.Inspect inspect = (Request.Inspect) request;
      MediaTypes.Found found = types.find(Path.of(inspect.file()), inspect.name());
      mediaType = found.mediaType();
      return inspect(inspect, found, step);
    } catch (UnreadableFile e) {
      return new Reply.Unreadable(mediaType, e.reason().code(), e.getMessage());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Parsers throw anything at broken files; the parent tells a full disk from a broken file.
      e.printStackTrace();
      return new Reply.Unreadable(
          mediaType,
          Reason.DAMAGED.code(),
          "The file is damaged. Ask for it again or scan the paper again.");
    }
  }

  private Reply inspect(Request.Inspect request, MediaTypes.Found found, Runnable step)
      throws IOException, UnreadableFile {
    String type = found.mediaType();
    List<String> warnings = new ArrayList<>();
    found
        .promised()
        .ifPresent(
            p -> warnings.add("The name promises " + p + ", but the content is " + type + "."));
    Path file = Path.of(request.file());
    if (type.equals(PDF)) {
      return inspectPdf(file, new Results(Path.of(request.directory())), step, warnings);
    }
    if (ImageFile.reads(type)) {
      int pages = new ImageFile(file, type).checkedPages();
      var toRecognise =
          java.util.Collections.nCopies(pages, new Reply.FoundPage(true, "", List.of()));
      return new Reply.Inspection(type, true, toRecognise, List.of(), warnings, null);
    }
    if (TextReader.isProtected(type)) {
      throw new UnreadableFile(
          Reason.ENCRYPTED,
          "The document opens only with a password. Ask the sender for a copy without one.");
    }
    if (TextReader.reads(type)) {
      return inspectText(request, type, warnings);
    }
    throw new UnreadableFile(
        Reason.UNSUPPORTED, "Files of type " + type + " are kept, but their text is not read.");
  }

  private Reply inspectPdf(Path file, Results results, Runnable step, List<String> warnings)
      throws IOException, UnreadableFile {
    PdfFile pdf = pdf(file);
    if (pdf.isSigned()) {
      warnings.add(
          "The PDF carries an electronic signature. It holds for the original only, which is kept"
              + " unchanged.");
    }
    if (pdf.isEncrypted()) {
      warnings.add("The PDF's author has restricted its use; it opens without a password.");
    }
    List<Reply.FoundPage> pages = new ArrayList<>();
    for (int i = 0; i < pdf.pages(); i++) {
      Optional<PageText> own = pdf.ownText(i);
      if (own.isPresent()) {
        results.keep(i, own.get());
        pages.add(new Reply.FoundPage(false, PageText.text(own.get().words()), pdf.codesOnScan(i)));
      } else {
        pages.add(new Reply.FoundPage(true, "", List.of()));
      }
      step.run();
    }
    return new Reply.Inspection(PDF, true, pages, List.of(), warnings, null);
  }

  private Reply inspectText(Request.Inspect request, String type, List<String> warnings)
      throws IOException, UnreadableFile {
    TextDocument document =
        textReader.read(
            Path.of(request.file()),
            request.name(),
            type,
            new Results(Path.of(request.directory())).attachments());
    warnings.addAll(document.warnings());
    List<Reply.FoundPage> pages =
        document.pages().stream().map(text -> new Reply.FoundPage(false, text, List.of())).toList();
    return new Reply.Inspection(
        type, false, pages, document.attachments(), warnings, document.mail());
  }

  private Reply recognise(Request.Recognise request) throws IOException, UnreadableFile {
    Path file = Path.of(request.file());
    Results results = new Results(Path.of(request.directory()));
    PageImages image =
        new PageImages(request.page() == 0 ? Optional.of(results.thumbnail()) : Optional.empty());
    PageText text;
    double confidence;
    int resolution;
    if (request.mediaType().equals(PDF)) {
      PdfFile.Recognised read = pdf(file).recognise(request.page(), recogniser(), image);
      text = read.text();
      confidence = read.confidence();
      resolution = read.resolution();
    } else {
      ImageFile.Recognised read =
          new ImageFile(file, request.mediaType()).recognise(request.page(), recogniser(), image);
      text = read.text();
      confidence = read.confidence();
      resolution = read.resolution();
    }
    results.keep(request.page(), text);
    long letters = text.words().stream().map(Word::text).mapToLong(String::length).sum();
    return new Reply.PageRead(
        PageText.text(text.words()), confidence, letters, resolution, image.codes());
  }

  private static Reply merge(Request.Merge request) throws IOException, UnreadableFile {
    LetterTemplate.Merged merged =
        LetterTemplate.fill(Path.of(request.file()), request.values(), Path.of(request.letter()));
    return new Reply.Merged(merged.fields(), merged.unfilled());
  }

  private Reply print(Request.Print request, Runnable step) throws IOException, UnreadableFile {
    Path file = Path.of(request.file());
    String type = types.find(file, request.name()).mediaType();
    LetterPdf.Printed printed =
        LetterPdf.write(
            file,
            type,
            new LetterPdf.Code(request.code(), request.number()),
            Path.of(request.letter()),
            step);
    return new Reply.Printed(printed.pages(), printed.unfilled());
  }

  private Reply preserve(Request.Preserve request, Runnable step)
      throws IOException, UnreadableFile {
    Path file = Path.of(request.file());
    String type = types.find(file, request.name()).mediaType();
    return new Reply.Preserved(
        LetterPdf.preserve(file, type, request.drawn(), Path.of(request.copy()), step));
  }

  private static Reply rows(Request.Rows request, Runnable step)
      throws IOException, UnreadableFile {
    return new Reply.RowsRead(
        RowFile.read(
            Path.of(request.file()),
            request.name(),
            new RowFile.Options(request.sheet(), request.hidden(), request.heading()),
            Path.of(request.rows()),
            step));
  }

  private Reply assemble(Request.Assemble request, Runnable step) throws IOException {
    Path file = Path.of(request.file());
    Results results = new Results(Path.of(request.directory()));
    results.writeLayout(request.pages());
    step.run();
    boolean thumbnail = thumbnail(request, file, results);
    step.run();
    return new Reply.Assembled(searchable(request, file, results, step), thumbnail);
  }

  private boolean searchable(Request.Assemble request, Path file, Results results, Runnable step) {
    try {
      if (request.mediaType().equals(PDF)) {
        // A fresh document: one from which pages were drawn holds what drawing has loaded.
        closeOpen();
        pdf(file)
            .writeSearchable(
                results.searchablePdf(),
                i -> {
                  step.run();
                  PageText page = results.page(i, request.pages());
                  return page.source().equals(PageText.RECOGNISED) ? page : null;
                });
        closeOpen();
      } else {
        new ImagePdf(file, request.mediaType())
            .write(
                results.searchablePdf(),
                request.pages(),
                i -> {
                  step.run();
                  return results.page(i, request.pages());
                });
      }
      return true;
    } catch (IOException | UnreadableFile | RuntimeException e) {
      // The text is worth having without the copy; the parent warns.
      e.printStackTrace();
      return false;
    }
  }

  private boolean thumbnail(Request.Assemble request, Path file, Results results) {
    if (Files.exists(results.thumbnail())) {
      return true;
    }
    try {
      pdf(file).drawThumbnail(results.thumbnail(), THUMBNAIL_WIDTH);
      return true;
    } catch (IOException | UnreadableFile | RuntimeException e) {
      e.printStackTrace();
      return false;
    }
  }

  /** Pages of one document come one after another: it is kept open until another is asked for. */
  private PdfFile pdf(Path file) throws UnreadableFile, IOException {
    if (open == null || !file.toString().equals(openName)) {
      closeOpen();
      open = PdfFile.open(file);
      openName = file.toString();
    }
    return open;
  }

  private void closeOpen() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  private PageRecogniser recogniser() {
    if (recogniser == null) {
      recogniser = new PageRecogniser(new Engine(languageData));
    }
    return recogniser;
  }
}
