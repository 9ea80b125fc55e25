package org.alfresco.service.cmr.security;

import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;

/** Who may do what with nodes. */
public interface PermissionService {
  java.lang.String ADMINISTRATOR_AUTHORITY = "ROLE_ADMINISTRATOR";
  java.lang.String OWNER_AUTHORITY = "ROLE_OWNER";
  java.lang.String ALL_PERMISSIONS = "All";
  java.lang.String READ = "Read";
  java.lang.String WRITE = "Write";
  java.lang.String DELETE = "Delete";
  java.lang.String ADD_CHILDREN = "AddChildren";
  java.lang.String CHANGE_PERMISSIONS = "ChangePermissions";
  java.lang.String COORDINATOR = "Coordinator";
  java.lang.String CONTRIBUTOR = "Contributor";
  java.lang.String EDITOR = "Editor";
  java.lang.String LOCK = "Lock";

  String getAllAuthorities();

  Set<String> getAuthorisations();

  Set<AccessPermission> getAllSetPermissions(NodeRef nodeRef);

  AccessStatus hasPermission(NodeRef nodeRef, String text);

  AccessStatus hasPermission(Long id, PermissionContext permissionContext, String text);

  void deletePermissions(NodeRef nodeRef);

  void clearPermission(NodeRef nodeRef, String text);

  void deletePermission(NodeRef nodeRef, String text, String text2);

  void setPermission(NodeRef nodeRef, String text, String text2, boolean flag);

  void setInheritParentPermissions(NodeRef nodeRef, boolean flag);

  void setInheritParentPermissions(NodeRef nodeRef, boolean flag, boolean flag2);

  boolean getInheritParentPermissions(NodeRef nodeRef);

  void setPermission(StoreRef storeRef, String text, String text2, boolean flag);

  void deletePermission(StoreRef storeRef, String text, String text2);

  void clearPermission(StoreRef storeRef, String text);

  void deletePermissions(StoreRef storeRef);

  Set<AccessPermission> getAllSetPermissions(StoreRef storeRef);
}
