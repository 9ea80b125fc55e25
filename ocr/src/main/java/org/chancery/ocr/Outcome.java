package org.chancery.ocr;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How the reading of one document ended. */
public sealed interface Outcome {
  /**
   * It was read.
   *
   * @param mediaType by content, not by name
   * @param pages text by page in reading order; those of attachments follow, each attachment's
   *     first page under a line "Attachment: name"
   * @param confidence mean confidence, 0 to 100, of what was recognised; 100 when nothing had to be
   * @param recognisedPages how many pages had to be recognised
   * @param searchablePdf file in the result directory; empty for documents without page images
   * @param layout file in the result directory: {@code {unit:"pt",pages:[{width,height,rotation,
   *     source:"recognised|text-layer",words:[{t,x,y,w,h,c}]}]}}, measured in points from the upper
   *     left corner of the page as shown in the searchable PDF; empty where that is
   * @param thumbnail PNG of the first page, at most 480 pixels wide, in the result directory
   * @param warnings for the clerk, such as a low resolution
   * @param codes texts of the QR codes found on its own pages that were paper, not on attachments',
   *     each once; at most 20
   */
  record Read(
      String mediaType,
      List<String> pages,
      double confidence,
      int recognisedPages,
      Optional<Path> searchablePdf,
      Optional<Path> layout,
      Optional<Path> thumbnail,
      List<String> warnings,
      List<String> codes)
      implements Outcome {}

  /**
   * It cannot be read.
   *
   * @param mediaType by content, as far as it could be told
   * @param reason {@code encrypted}, {@code damaged}, {@code too-large}, {@code empty}, {@code
   *     unsupported} or {@code worker-died}
   * @param explanation what it means and what can be done
   */
  record Refused(String mediaType, String reason, String explanation) implements Outcome {}
}
