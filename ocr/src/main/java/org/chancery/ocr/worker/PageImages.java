package org.chancery.ocr.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.chancery.ocr.code.CodeFinder;
import org.chancery.ocr.page.PageRecogniser;
import org.chancery.ocr.page.Raster;

/** What is taken from a page's images while they are there: codes, and a thumbnail. */
final class PageImages implements PageRecogniser.UprightImage {
  private final Optional<Path> thumbnail;
  private List<String> codes = List.of();

  /** Writes a thumbnail into the file, if one is told. */
  PageImages(Optional<Path> thumbnail) {
    this.thumbnail = thumbnail;
  }

  @Override
  public void wasScanned(Raster gray, int resolution) throws IOException {
    codes = CodeFinder.find(gray, resolution);
  }

  @Override
  public void is(Raster upright) throws IOException {
    if (thumbnail.isPresent()) {
      upright.writeThumbnail(thumbnail.get(), DocumentJobs.THUMBNAIL_WIDTH);
    }
  }

  List<String> codes() {
    return codes;
  }
}
