package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.model.QName;

/** Whatever was done, what is kept of a stakeholder is what follows from all there is. */
class StandingPropertiesTest {

  @Provide
  Arbitrary<List<StakeholderOffice.Step>> histories() {
    return StakeholderOffice.histories();
  }

  @Property(tries = 60)
  void itIsWhatARecomputationFinds(@ForAll("histories") List<StakeholderOffice.Step> history)
      throws IOException {
    Path scratch = Files.createTempDirectory("standing");
    try (TestHost host = new TestHost(scratch)) {
      StakeholderOffice office = new StakeholderOffice(host);
      history.forEach(office::act);
      office.all().forEach(id -> assertKept(host, id, history));
    } finally {
      Files.deleteIfExists(scratch);
    }
  }

  private static void assertKept(TestHost host, String id, List<StakeholderOffice.Step> history) {
    Node node = host.host.nodes().get(Caller.ofSystem(), NodeId.of(id));
    Map<String, Object> kept = new TreeMap<>();
    Map<String, Object> wanted = new TreeMap<>();
    for (Map.Entry<QName, Object> each :
        host.chancery.stakeholders().standing().computed(node).entrySet()) {
      wanted.put(each.getKey().toString(), String.valueOf(each.getValue()));
      kept.put(each.getKey().toString(), String.valueOf(node.properties().get(each.getKey())));
    }
    assertThat(kept).as(history.toString()).isEqualTo(wanted);
  }
}
