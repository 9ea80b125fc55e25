package org.chancery.archive.transfer;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The elements of NARA Bulletin 2015-04, appendix A, for one file. File name and path are the
 * writer's to fill in.
 *
 * @param recordId unique identifier that the record was given on declaration; mandatory
 * @param title empty for none: then the record's identifier stands there
 * @param description mandatory
 * @param creator person or office that made the record; mandatory
 * @param created day the record was made; mandatory
 * @param rights restrictions on use or access; empty for none
 * @param coverage place or time the record is about; empty for none
 * @param relation to other records; empty for none
 * @param digitized how paper was digitized; empty for what never was paper
 */
public record Metadata(
    String recordId,
    String title,
    String description,
    String creator,
    Optional<LocalDate> created,
    String rights,
    String coverage,
    String relation,
    Optional<Digitized> digitized) {

  /**
   * How paper became this file (36 CFR 1236.54). A number that is not known is 0.
   *
   * @param width in pixels
   * @param height in pixels
   * @param bitDepth bits of a pixel
   * @param colorSpace such as sRGB or grayscale
   * @param compression such as none or CCITT group 4
   * @param resolution pixels an inch, at the size of the source
   * @param scanner make and model
   * @param on day of digitization
   */
  public record Digitized(
      int width,
      int height,
      int bitDepth,
      String colorSpace,
      String compression,
      int resolution,
      String scanner,
      Optional<LocalDate> on) {}

  /** The minimum: what the Bulletin makes mandatory. */
  public static Metadata of(
      String recordId, String title, String description, String creator, LocalDate created) {
    return new Metadata(
        recordId, title, description, creator, Optional.of(created), "", "", "", Optional.empty());
  }

  /** The same with how the paper was digitized. */
  public Metadata with(Digitized how) {
    return new Metadata(
        recordId,
        title,
        description,
        creator,
        created,
        rights,
        coverage,
        relation,
        Optional.of(how));
  }

  /** The same with another relation. */
  public Metadata withRelation(String other) {
    return new Metadata(
        recordId, title, description, creator, created, rights, coverage, other, digitized);
  }

  String titleOrId() {
    return title.isBlank() ? recordId : title;
  }
}
