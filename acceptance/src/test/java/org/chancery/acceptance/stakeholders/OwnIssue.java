package org.chancery.acceptance.stakeholders;

import java.util.Map;
import java.util.Random;
import org.chancery.acceptance.fixture.Newcomer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;

/** An issue that one test alone speaks of, so that its figures are the test's own. */
final class OwnIssue {
  private OwnIssue() {}

  /** Entered by the representative of a component; its code. */
  static String enter(Host host, Random random) {
    Client representative = host.person("representative");
    String priority =
        representative.get("priorities").expect(200).list("items").get(0).path("id").asText();
    String code = Newcomer.word(random);
    representative
        .post("issues", Map.of("priority", priority, "code", code, "title", "Of " + code))
        .expect(201);
    return code;
  }
}
