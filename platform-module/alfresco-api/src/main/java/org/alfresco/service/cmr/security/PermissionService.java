package org.alfresco.service.cmr.security;

import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.QName;

/** Who may do what with nodes. */
public interface PermissionService {
  java.lang.String ROLE_PREFIX = "ROLE_";
  java.lang.String GROUP_PREFIX = "GROUP_";
  java.lang.String ALL_AUTHORITIES = "GROUP_EVERYONE";
  java.lang.String OWNER_AUTHORITY = "ROLE_OWNER";
  java.lang.String LOCK_OWNER_AUTHORITY = "ROLE_LOCK_OWNER";
  java.lang.String ADMINISTRATOR_AUTHORITY = "ROLE_ADMINISTRATOR";
  java.lang.String GUEST_AUTHORITY = "ROLE_GUEST";
  java.lang.String ADMIN_SVC_AUTHORITY = "ROLE_ADMIN_SERVICE_ACCOUNT";
  java.lang.String COLLABORATOR_SVC_AUTHORITY = "ROLE_COLLABORATOR_SERVICE_ACCOUNT";
  java.lang.String EDITOR_SVC_AUTHORITY = "ROLE_EDITOR_SERVICE_ACCOUNT";
  Set<String> SVC_AUTHORITIES_SET = null;
  java.lang.String ALL_PERMISSIONS = "All";
  java.lang.String FULL_CONTROL = "FullControl";
  java.lang.String READ = "Read";
  java.lang.String WRITE = "Write";
  java.lang.String DELETE = "Delete";
  java.lang.String ADD_CHILDREN = "AddChildren";
  java.lang.String READ_PROPERTIES = "ReadProperties";
  java.lang.String READ_CHILDREN = "ReadChildren";
  java.lang.String WRITE_PROPERTIES = "WriteProperties";
  java.lang.String DELETE_NODE = "DeleteNode";
  java.lang.String DELETE_CHILDREN = "DeleteChildren";
  java.lang.String CREATE_CHILDREN = "CreateChildren";
  java.lang.String LINK_CHILDREN = "LinkChildren";
  java.lang.String DELETE_ASSOCIATIONS = "DeleteAssociations";
  java.lang.String READ_ASSOCIATIONS = "ReadAssociations";
  java.lang.String CREATE_ASSOCIATIONS = "CreateAssociations";
  java.lang.String READ_PERMISSIONS = "ReadPermissions";
  java.lang.String CHANGE_PERMISSIONS = "ChangePermissions";
  java.lang.String EXECUTE = "Execute";
  java.lang.String READ_CONTENT = "ReadContent";
  java.lang.String WRITE_CONTENT = "WriteContent";
  java.lang.String EXECUTE_CONTENT = "ExecuteContent";
  java.lang.String TAKE_OWNERSHIP = "TakeOwnership";
  java.lang.String SET_OWNER = "SetOwner";
  java.lang.String COORDINATOR = "Coordinator";
  java.lang.String CONTRIBUTOR = "Contributor";
  java.lang.String EDITOR = "Editor";
  java.lang.String CONSUMER = "Consumer";
  java.lang.String LOCK = "Lock";
  java.lang.String UNLOCK = "Unlock";
  java.lang.String CHECK_OUT = "CheckOut";
  java.lang.String CHECK_IN = "CheckIn";
  java.lang.String CANCEL_CHECK_OUT = "CancelCheckOut";
  java.lang.String ASPECTS = "Aspects";
  java.lang.String PROPERTIES = "Properties";

  String getOwnerAuthority();

  String getAllAuthorities();

  String getAllPermission();

  Set<AccessPermission> getPermissions(NodeRef nodeRef);

  Set<AccessPermission> getAllSetPermissions(NodeRef nodeRef);

  Set<String> getSettablePermissions(NodeRef nodeRef);

  Set<String> getSettablePermissions(QName name);

  AccessStatus hasPermission(NodeRef nodeRef, String text);

  AccessStatus hasReadPermission(NodeRef nodeRef);

  Set<String> getReaders(Long id);

  Set<String> getReadersDenied(Long id);

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

  Set<String> getAuthorisations();
}
