package org.chancery.alfresco.verification;

import java.util.List;
import javax.sql.DataSource;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.PersonService;
import org.chancery.alfresco.destruction.PlatformDestruction;
import org.chancery.alfresco.repository.AlfrescoRepository;
import org.chancery.alfresco.routing.WorkflowServices;
import org.chancery.core.Chancery;
import org.chancery.core.destruction.Eraser;
import org.chancery.core.destruction.Remains;
import org.chancery.core.destruction.Removed;
import org.chancery.core.routing.ProcessEngine;
import org.chancery.core.search.ChangeFeed;
import org.chancery.core.search.Indexer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;

/** Makes the verification's web script of the platform's beans and of Chancery's. */
public final class BeansOfVerification implements BeanFactoryAware {

  private BeanFactory beans;

  @Override
  public void setBeanFactory(BeanFactory beanFactory) {
    this.beans = beanFactory;
  }

  /** Nothing of an index is erased while it rests. */
  private record IndexAtRest() implements Eraser {
    @Override
    public String where() {
      return "index";
    }

    @Override
    public List<String> erase(Removed removed) {
      return List.of();
    }
  }

  /** The web script that runs the contracts. */
  public ContractsWebScript contracts() {
    return new ContractsWebScript(
        beans.getBean(AlfrescoRepository.class),
        beans.getBeanProvider(ChangeFeed.class),
        beans.getBeanProvider(Indexer.class),
        new EngineAtHand(
            beans.getBean(ProcessEngine.class),
            beans.getBean(WorkflowServices.class).beans(),
            beans.getBean(Chancery.class),
            PlatformDestruction.of(
                beans.getBean(AlfrescoRepository.class),
                beans.getBean(Remains.class),
                beans.getBean(ProcessEngine.class),
                new IndexAtRest(),
                beans.getBean("dataSource", DataSource.class))),
        new ContractAccounts(
            beans.getBean("retryingTransactionHelper", RetryingTransactionHelper.class),
            beans.getBean("personService", PersonService.class),
            beans.getBean("authorityService", AuthorityService.class)));
  }
}
