package org.alfresco.service;

import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.CopyService;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.MutableAuthenticationService;
import org.alfresco.service.cmr.security.OwnableService;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.cmr.version.VersionService;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.transaction.TransactionService;

/** The platform's public services. */
public interface ServiceRegistry {
  TransactionService getTransactionService();

  RetryingTransactionHelper getRetryingTransactionHelper();

  NamespaceService getNamespaceService();

  MutableAuthenticationService getAuthenticationService();

  NodeService getNodeService();

  ContentService getContentService();

  VersionService getVersionService();

  DictionaryService getDictionaryService();

  CopyService getCopyService();

  PermissionService getPermissionService();

  AuthorityService getAuthorityService();

  OwnableService getOwnableService();

  PersonService getPersonService();
}
