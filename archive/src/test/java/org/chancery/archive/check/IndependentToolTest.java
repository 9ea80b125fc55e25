package org.chancery.archive.check;

import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.chancery.archive.transfer.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Library of Congress's own library reads what we write. */
class IndependentToolTest {
  @TempDir Path place;

  @Test
  void ourPackageIsCompleteAndValidToIt() throws Exception {
    Path base = place.resolve("p");
    Office.write(new Office().records(), base);
    Bag bag = new BagReader().read(base);
    try (BagVerifier verifier = new BagVerifier()) {
      verifier.isComplete(bag, false);
      verifier.isValid(bag, false);
    }
    Assertions.assertThat(bag.getMetadata().get("Payload-Oxum")).hasSize(1);
    Assertions.assertThat(bag.getMetadata().get("External-Description").get(0))
        .contains("case folders");
  }
}
