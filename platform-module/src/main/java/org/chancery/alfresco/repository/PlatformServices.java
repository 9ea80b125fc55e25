package org.chancery.alfresco.repository;

import javax.sql.DataSource;
import org.alfresco.repo.model.Repository;
import org.alfresco.repo.node.NodeBulkLoader;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.cmr.version.VersionService;

/**
 * What of the platform the ports stand on. All are the platform's inner beans, which ask nobody's
 * leave: the ports ask themselves, since they must tell what is hidden from what is refused.
 *
 * @param nodes bean {@code mlAwareNodeService}
 * @param contents bean {@code contentService}
 * @param versions bean {@code versionService}
 * @param permissions bean {@code permissionService}
 * @param transactions bean {@code retryingTransactionHelper}
 * @param behaviours bean {@code policyBehaviourFilter}
 * @param dictionary bean {@code dictionaryService}
 * @param loader bean {@code nodeDAO}, to read many nodes at the price of few
 * @param home bean {@code repositoryHelper}, which knows the root
 * @param database bean {@code dataSource}, whose connections join the platform's transactions
 */
public record PlatformServices(
    NodeService nodes,
    ContentService contents,
    VersionService versions,
    PermissionService permissions,
    RetryingTransactionHelper transactions,
    BehaviourFilter behaviours,
    DictionaryService dictionary,
    NodeBulkLoader loader,
    Repository home,
    DataSource database) {}
