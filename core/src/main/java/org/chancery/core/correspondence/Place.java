package org.chancery.core.correspondence;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.chancery.core.repository.NodeId;

/**
 * The well-known folders of the tree. Their ids follow from their place, so that they are found
 * without a search and made only once.
 */
public enum Place {
  /** What came in, a folder per component. */
  INTAKE("Intake"),
  /** Case folders, by the year they were opened. */
  CASE_FOLDERS("Case folders"),
  /** People and organizations the department deals with. */
  STAKEHOLDERS("Stakeholders"),
  /** Documents that belong to no case. */
  LIBRARY("Library"),
  /** The file plan. */
  RECORDS("Records");

  private final String folderName;

  Place(String folderName) {
    this.folderName = folderName;
  }

  /** The folder's name. */
  public String folderName() {
    return folderName;
  }

  /** The folder's id, the same on every host. */
  public NodeId id() {
    return idOf(folderName);
  }

  /** The id of a well-known folder below this one. */
  public NodeId below(String name) {
    return idOf(folderName + "/" + name);
  }

  /** The intake folder of a component; the mailroom's without one. */
  public static NodeId intakeOf(Optional<String> component) {
    return INTAKE.below(component.orElse(MAILROOM));
  }

  /** Name of the intake folder for what is addressed to no component. */
  public static final String MAILROOM = "Mailroom";

  private static NodeId idOf(String path) {
    UUID id = UUID.nameUUIDFromBytes(("chancery:" + path).getBytes(StandardCharsets.UTF_8));
    return NodeId.of(id.toString());
  }
}
