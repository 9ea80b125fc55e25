package org.chancery.alfresco.host;

import java.time.ZoneId;
import javax.sql.DataSource;
import org.alfresco.repo.model.Repository;
import org.alfresco.repo.security.permissions.impl.ModelDAO;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.transaction.TransactionService;
import org.chancery.alfresco.search.TrackedFeed;
import org.chancery.model.ContentModel;

/** Makes the feed, whose root is not known before the repository has started. */
public final class Feed {

  private Feed() {}

  /** Over the platform's inner services. */
  public static TrackedFeed tracked(
      DataSource dataSource,
      TransactionService transactions,
      PermissionService permissions,
      ModelDAO permissionModel,
      ContentService contents,
      DictionaryService dictionary,
      Repository repository,
      ContentModel model) {
    return new TrackedFeed(
        dataSource,
        transactions,
        permissions,
        permissionModel,
        contents,
        dictionary,
        repository::getCompanyHome,
        model,
        ZoneId.systemDefault());
  }
}
