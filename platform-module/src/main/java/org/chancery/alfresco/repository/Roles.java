package org.chancery.alfresco.repository;

import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.security.PermissionService;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Permission;

/** The roles and permissions by the names of the platform's permission model. */
final class Roles {

  private static final Map<Grant.Role, String> OURS =
      Map.of(
          Grant.Role.READER, "ChanceryReader",
          Grant.Role.CONTRIBUTOR, "ChanceryContributor",
          Grant.Role.EDITOR, "ChanceryEditor",
          Grant.Role.COORDINATOR, "ChanceryCoordinator");

  /**
   * What the platform's own roles come to, where somebody gave them in another client: the largest
   * of ours that allows no more.
   */
  private static final Map<String, Grant.Role> THEIRS =
      Map.of(
          "Read", Grant.Role.READER,
          "Consumer", Grant.Role.READER,
          "SiteConsumer", Grant.Role.READER,
          "Editor", Grant.Role.READER,
          "Contributor", Grant.Role.CONTRIBUTOR,
          "SiteContributor", Grant.Role.CONTRIBUTOR,
          "Collaborator", Grant.Role.CONTRIBUTOR,
          "Coordinator", Grant.Role.COORDINATOR,
          "SiteManager", Grant.Role.COORDINATOR,
          "FullControl", Grant.Role.COORDINATOR);

  private Roles() {}

  static String toPlatform(Grant.Role role) {
    return OURS.get(role);
  }

  /** Empty for what allows less than reading. */
  static Optional<Grant.Role> fromPlatform(String name) {
    return OURS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> Optional.ofNullable(THEIRS.get(name)));
  }

  static String toPlatform(Permission permission) {
    return switch (permission) {
      case READ -> PermissionService.READ;
      case WRITE -> PermissionService.WRITE;
      case ADD_CHILD -> PermissionService.ADD_CHILDREN;
      case DELETE -> PermissionService.DELETE;
      case CHANGE_PERMISSIONS -> PermissionService.CHANGE_PERMISSIONS;
    };
  }
}
