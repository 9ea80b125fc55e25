package org.chancery.ocr.page;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.List;

/**
 * Turns one page image into words: finds its orientation and skew, recognises it, and tries again
 * with other preparation when the result is poor (issue row "Reading is right"). Of several
 * readings one is kept, they are never joined.
 */
public final class PageRecogniser {
  /** Below this mean confidence a second try is worth its time. */
  private static final double POOR = 80;

  /** With more ink than this a page without words is suspicious. */
  private static final double LEAST_INK = 0.001;

  /** Ascenders and descenders that outvote the others by this much settle the orientation. */
  private static final double CLEAR_EVIDENCE = 8;

  private static final int LOW_RESOLUTION = 200;

  /**
   * A page full of small print has some 10,000 letters and dots. With more patches they are specks,
   * on which the engine would spend minutes, and find nothing.
   */
  private static final int MOST_PATCHES = 20_000;

  private final Engine engine;

  /** Recognises with this engine. */
  public PageRecogniser(Engine engine) {
    this.engine = engine;
  }

  /** Takes the images of a page while they are there. */
  @FunctionalInterface
  public interface UprightImage {
    /**
     * The page as it was scanned, for codes on it: what is done for the sake of letters may harm
     * them. Called once, first; the raster is closed afterwards.
     *
     * @param resolution dots per inch
     */
    default void wasScanned(Raster gray, int resolution) throws IOException {
      // Not of interest to everyone.
    }

    /** Upright, for a thumbnail. Called once, before recognition ends; closed afterwards. */
    void is(Raster upright) throws IOException;
  }

  /**
   * Recognises a page.
   *
   * @param gray the page as 8-bit gray
   * @param resolution dots per inch
   * @param image told the images
   */
  public RecognisedPage recognise(Raster gray, int resolution, UprightImage image)
      throws IOException {
    image.wasScanned(gray, resolution);
    if (isSpeckled(gray)) {
      try (Raster clean = gray.withoutSpeckles()) {
        return recogniseClean(clean, resolution, image);
      }
    }
    return recogniseClean(gray, resolution, image);
  }

  private static boolean isSpeckled(Raster gray) throws IOException {
    try (Raster binary = gray.binary()) {
      return binary.patches() > MOST_PATCHES;
    }
  }

  private RecognisedPage recogniseClean(Raster gray, int resolution, UprightImage image)
      throws IOException {
    Evidence evidence = Evidence.of(gray);
    int turns = evidence.clear() ? evidence.turns() : settled(gray, resolution, evidence);
    RecognisedPage best;
    try (Upright upright = Upright.of(gray, turns, new AffineTransform())) {
      image.is(upright.raster());
      best = read(upright, resolution);
      if (poor(best, evidence.ink())) {
        best = withOtherPreparation(upright, resolution, best);
      }
    }
    if (poor(best, evidence.ink())) {
      best = otherOrientation(gray, resolution, best);
    }
    return best;
  }

  private boolean poor(RecognisedPage page, double ink) {
    return page.words().isEmpty() ? ink > LEAST_INK : page.confidence() < POOR;
  }

  private RecognisedPage read(Upright upright, int resolution) {
    return page(
        upright, engine.recognise(upright.raster(), resolution, Engine.Segmentation.AUTOMATIC));
  }

  private static RecognisedPage page(Upright upright, List<Word> words) {
    try {
      return new RecognisedPage(
          KnownMisreadings.mended(words),
          upright.quarterTurns(),
          upright.fromOriginal().createInverse());
    } catch (java.awt.geom.NoninvertibleTransformException e) {
      throw new IllegalStateException("turns and rotations can always be undone", e);
    }
  }

  private RecognisedPage withOtherPreparation(Upright upright, int resolution, RecognisedPage first)
      throws IOException {
    RecognisedPage best = first;
    try (Upright clean =
        new Upright(
            upright.raster().withoutSpeckles(), upright.quarterTurns(), upright.fromOriginal())) {
      best = better(best, read(clean, resolution));
    }
    if (resolution < LOW_RESOLUTION) {
      AffineTransform twice = AffineTransform.getScaleInstance(2, 2);
      twice.concatenate(upright.fromOriginal());
      try (Upright large = new Upright(upright.raster().doubled(), upright.quarterTurns(), twice)) {
        best = better(best, read(large, resolution * 2));
        best =
            better(
                best,
                page(
                    large,
                    engine.recognise(large.raster(), resolution * 2, Engine.Segmentation.SPARSE)));
      }
    }
    return best;
  }

  private RecognisedPage otherOrientation(Raster gray, int resolution, RecognisedPage first)
      throws IOException {
    int turns = engine.quarterTurnsToUpright(gray, resolution);
    if (turns < 0 || turns == first.quarterTurns()) {
      return first;
    }
    try (Upright upright = Upright.of(gray, turns, new AffineTransform())) {
      return better(first, read(upright, resolution));
    }
  }

  private int settled(Raster gray, int resolution, Evidence evidence) {
    int turns = engine.quarterTurnsToUpright(gray, resolution);
    return turns >= 0 ? turns : evidence.turns();
  }

  /** The new reading must be clearly better: the plain one has the fewest surprises. */
  private static RecognisedPage better(RecognisedPage old, RecognisedPage other) {
    return other.lettersProbablyRight() > old.lettersProbablyRight() * 1.03 ? other : old;
  }

  /** What ascenders and descenders say about the orientation. */
  private record Evidence(float up, float left, double ink) {
    static Evidence of(Raster gray) throws IOException {
      try (Raster half = gray.halved();
          Raster binary = half.binary()) {
        float[] evidence = binary.uprightEvidence();
        return new Evidence(evidence[0], evidence[1], binary.ink());
      }
    }

    boolean clear() {
      return Math.max(Math.abs(up), Math.abs(left)) >= CLEAR_EVIDENCE;
    }

    int turns() {
      if (Math.max(Math.abs(up), Math.abs(left)) < 1) {
        return 0;
      }
      if (Math.abs(up) >= Math.abs(left)) {
        return up >= 0 ? 0 : 2;
      }
      return left > 0 ? 1 : 3;
    }
  }
}
