package org.chancery.archive.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;

/**
 * Whether a file is the PDF/A that it says it is, by veraPDF. It parses the file, so it is for
 * files of our own making, or for a process of its own.
 */
public final class PdfA {
  /** The validator tells of every odd object; the outcome is all that matters. */
  private static final Logger LOG = Logger.getLogger("org.verapdf");

  static {
    LOG.setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    // Without its rules every file would look damaged.
    if (!Profiles.getVeraProfileDirectory().getPDFAFlavours().contains(PDFAFlavour.PDFA_2_B)) {
      throw new IllegalStateException("veraPDF cannot read its rules.");
    }
  }

  private PdfA() {}

  /**
   * What a file is.
   *
   * @param flavour such as 2b; empty when it is not PDF/A
   * @param why it is not, a plain sentence that names the rule; empty when it is
   */
  public record Found(String flavour, String why) {
    private static Found not(String why) {
      return new Found("", why);
    }
  }

  /** Why it is not PDF/A, a plain sentence that names the rule; empty when it is. */
  public static Optional<String> whyNot(Path file) {
    return Optional.of(find(file).why()).filter(why -> !why.isEmpty());
  }

  /** What it is. */
  public static Found find(Path file) {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file.toFile())) {
      PDFAFlavour flavour = parser.getFlavour();
      if (flavour.getPart().getFamily() != PDFAFlavour.SpecificationFamily.PDF_A) {
        return Found.not("It does not say that it is PDF/A.");
      }
      try (PDFAValidator validator =
          Foundries.defaultInstance().createFailFastValidator(flavour, 1, 1, false, false, false)) {
        return reason(flavour, validator.validate(parser))
            .map(Found::not)
            .orElseGet(() -> new Found(flavour.getId(), ""));
      }
    } catch (EncryptedPdfException e) {
      return Found.not("It is encrypted.");
    } catch (ModelParsingException | ValidationException | IOException e) {
      return Found.not("It is no PDF that can be read.");
    } catch (RuntimeException | StackOverflowError e) {
      return Found.not("It is so damaged that it cannot be checked.");
    }
  }

  private static Optional<String> reason(PDFAFlavour flavour, ValidationResult result) {
    if (result.isCompliant()) {
      return Optional.empty();
    }
    List<TestAssertion> broken =
        result.getTestAssertions().stream()
            .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
            .toList();
    if (broken.isEmpty()) {
      return Optional.of("It breaks a rule of PDF/A-" + flavour.getId() + ".");
    }
    TestAssertion first = broken.get(0);
    return Optional.of(
        "It breaks "
            + first.getRuleId().getSpecification().getId()
            + ", clause "
            + first.getRuleId().getClause()
            + ": "
            + first.getMessage());
  }
}
