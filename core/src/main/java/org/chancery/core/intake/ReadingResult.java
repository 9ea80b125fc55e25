package org.chancery.core.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.repository.ContentInfo;
import org.chancery.model.QName;

/**
 * What a reading brought, its streams stored already.
 *
 * @param mediaType by content, not by name
 * @param pageCount how many pages it has
 * @param recognisedPages how many of them had to be recognised
 * @param confidence mean word confidence, 0 to 100; put within these bounds when it is not
 * @param warnings for the clerk
 * @param firstPage text of the first page, which suggestions are drawn from; as much of it as a
 *     letter's can have
 * @param codes texts of the QR codes on pages that were paper
 * @param mail what its header says and what is attached to it; empty for what is no mail
 * @param renditions what was stored beside the original: text by page, searchable PDF, word boxes,
 *     thumbnail; the attachments' bytes, one after another
 */
public record ReadingResult(
    String mediaType,
    int pageCount,
    int recognisedPages,
    double confidence,
    List<String> warnings,
    Optional<String> firstPage,
    List<String> codes,
    Optional<Mail> mail,
    Map<QName, ContentInfo> renditions) {

  /** Copies the collections. */
  public ReadingResult {
    warnings = List.copyOf(warnings);
    codes = List.copyOf(codes);
    renditions = Map.copyOf(renditions);
  }
}
