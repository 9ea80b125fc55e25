package org.alfresco.service;

import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.PersonService;

/** The platform's public services. */
public interface ServiceRegistry {

  RetryingTransactionHelper getRetryingTransactionHelper();

  NodeService getNodeService();

  DictionaryService getDictionaryService();

  PersonService getPersonService();
}
