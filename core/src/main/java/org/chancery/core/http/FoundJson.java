package org.chancery.core.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chancery.core.reach.StakeholderSearch;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.stakeholders.ContactBlock;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;

/** A stakeholder as searches, lists and reports show it, as openapi.yaml says. */
final class FoundJson {
  private FoundJson() {}

  /** Where it is. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Place(
      Optional<String> city,
      Optional<String> county,
      Optional<String> state,
      Optional<String> zip,
      Optional<String> region) {}

  /** A component that knows it, and whom to ask there. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Known(String component, String label, Optional<People.Who> coordinateWith) {}

  /** A stakeholder. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Body(
      NodeId id,
      String kind,
      String name,
      Optional<String> position,
      Optional<String> organization,
      Place place,
      List<Known> knownBy,
      List<String> issues,
      Optional<LocalDate> lastContact,
      boolean doNotContact) {}

  static Body of(Node node, StakeholderJson.Of labels) {
    boolean person = node.type().equals(Stk.PERSON);
    return new Body(
        node.id(),
        person ? "person" : "organization",
        Title.of(node),
        node.text(Stk.POSITION).or(() -> node.text(Stk.TITLE)),
        node.<String>list(Stk.ORGANIZATIONS).stream().findFirst(),
        new Place(
            node.text(Stk.CITY),
            node.text(Stk.COUNTY),
            node.text(Stk.STATE),
            node.text(Stk.ZIP),
            node.text(Stk.FEMA_REGION)),
        StakeholderSearch.knownBy(node).stream()
            .map(
                each ->
                    new Known(
                        each.component(),
                        labels.component(each.component()).label(),
                        each.ask().map(labels::who)))
            .toList(),
        node.list(Stk.ISSUES),
        node.date(Stk.LAST_CONTACT),
        ContactBlock.since(node).isPresent());
  }
}
